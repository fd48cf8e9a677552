import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectOpenToAll, visit } from './browser.ts'
import { fillInCard, fillInToSend, pay } from './checkout-page.ts'
import { openLetter } from './mailbox.ts'
import { enter } from './people.ts'
import { desk } from './studio.ts'
import { ways, type Way } from './ways.ts'
import { say } from './words.ts'

type Stall = { title: string; path: string; sku: string }

/** Something of which there are exactly three. */
async function setUp(stamp: string): Promise<Stall> {
  const [title, sku] = [`Sea bell ${stamp}`, `BELL${stamp}`]
  const goods = await desk().sell({ title, price: '200', pieces: 3 }, { 'variant.0.sku': sku })
  return { title, sku, path: goods.path }
}

/** Someone new buys so many, in English; the order's page stays open. */
async function order(stall: Stall, pieces: number, email: string, by: 'card' | 'invoice') {
  const { page, close } = await visit(`/buy/${stall.sku}:${pieces}`)
  await page.getByRole('button', { name: say('en', 'cart_checkout') }).click()
  await page.waitForURL(/\/checkout\//)
  await page.waitForLoadState('networkidle')
  await fillInToSend(page, 'en', { name: 'Linh Tran', email })
  if (by === 'card') await fillInCard(page, 'en', '4242 4242 4242 4242')
  else await page.getByText(say('en', 'checkout_pay_invoice'), { exact: true }).click()
  await pay(page, 'en')
  await page.getByRole('heading', { name: say('en', 'order_thanks', { name: 'Linh Tran' }) }).waitFor()
  return { page, close }
}

async function openOrder(page: Page, way: Way, email: string): Promise<void> {
  await page.goto(way.at(`/studio/orders?q=${encodeURIComponent(email)}`))
  await page.getByRole('row').filter({ hasText: email }).getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: way.like('order_title') }).waitFor()
  await page.waitForLoadState('networkidle')
}

/** Presses a button that asks first, and answers yes. */
async function press(page: Page, way: Way, key: string, question: string): Promise<void> {
  await way.button(page, key).click()
  await way.button(page.getByRole('dialog', { name: way.say(question) }), key).click()
}

const pieces = (page: Page, { title }: Stall) => page.getByRole('spinbutton', { name: title })
const soldOut = (page: Page) => page.getByText(say('en', 'product_sold_out_text')).first()

async function expectForSale(page: Page, { path }: Stall): Promise<void> {
  await page.goto(path)
  await page
    .getByRole('button', { name: say('en', 'ui_buy') })
    .first()
    .waitFor()
  expect(await soldOut(page).count()).toBe(0)
}

test.for(ways('fi phone'))(
  'at the order desk the owner calls an order off, closes the rest of a part-sent one and gives a whole one back: $language, $size',
  { timeout: 180_000 },
  async (way) => {
    const stamp = Date.now().toString(36).toUpperCase()
    const stall = await setUp(stamp)
    const [first, second, third] = [1, 2, 3].map((n) => `${stamp.toLowerCase()}-${n}@example.org`) as [
      string,
      string,
      string
    ]
    const owner = await visit('/', way)
    const { page } = owner
    await enter(page, 'aino')

    // All three are ordered and paid; called off, they are for sale again, and the money is back.
    const calledOff = await order(stall, 3, first, 'card')
    const shopper = await visit(stall.path)
    await soldOut(shopper.page).waitFor()
    await openOrder(page, way, first)
    await page.getByText(way.say('orders_cancel_open_paid')).click()
    await press(page, way, 'orders_cancel_button', 'confirm_cancel')
    await way.told(page, 'orders_done_cancelled')
    await page.getByText(way.say('orders_event_cancelled')).waitFor()
    await expectOpenToAll(page)
    await calledOff.page.reload()
    await calledOff.page.getByRole('heading', { name: say('en', 'order_cancelled_title') }).waitFor()
    await calledOff.close()
    await expectForSale(shopper.page, stall)

    // Three on an invoice, one is sent, the other two will never be: what is owed is the one and its delivery.
    const partSent = await order(stall, 3, second, 'invoice')
    await openOrder(page, way, second)
    await pieces(page, stall).first().fill('1')
    await way.button(page, 'orders_send_button').click()
    await way.told(page, 'orders_done_sent')
    await page.waitForLoadState('networkidle')
    await page.getByText(way.say('orders_cancel_pieces_open')).click()
    expect(await pieces(page, stall).last().inputValue()).toBe('2')
    await expectOpenToAll(page, { dark: true })
    await press(page, way, 'orders_cancel_pieces_button', 'confirm_cancel_pieces')
    await way.told(page, 'orders_done_pieces')
    await page.getByText(way.say('order_step_sent'), { exact: true }).waitFor()
    await page.getByText(way.say('order_left_to_pay')).waitFor()
    await expectOpenToAll(page)
    await way.button(page, 'orders_pay_button').click()
    await way.told(page, 'orders_done_paid')
    await partSent.page.reload()
    await partSent.page.getByText(say('en', 'orders_line_cancelled', { count: '2' })).waitFor()
    await expectOpenToAll(partSent.page)
    const letter = await openLetter(partSent.page, second)
    await letter.getByText(say('en', 'order_letter_pieces_heading')).waitFor()
    await partSent.close()

    // The last two are sent, come back, and everything paid for them goes back, the delivery too.
    const returned = await order(stall, 2, third, 'card')
    await shopper.page.goto(stall.path)
    await soldOut(shopper.page).waitFor()
    await openOrder(page, way, third)
    await way.button(page, 'orders_send_button').click()
    await way.told(page, 'orders_done_sent')
    await page.waitForLoadState('networkidle')
    await page.getByText(way.like('orders_refund_open')).click()
    await way.field(page, 'orders_refund_sum').fill('99999')
    await press(page, way, 'orders_refund_button', 'confirm_refund')
    const tooMuch = page.getByRole('alert').filter({ hasText: way.like('refusal_refund_too_much') })
    expect(await tooMuch.innerText()).toMatch(/\d[.,]\d\d/)
    await way.field(page, 'orders_refund_sum').fill('')
    await pieces(page, stall).fill('2')
    const delivery = await page.getByText(way.like('orders_up_to')).last().innerText()
    await way.field(page, 'orders_refund_delivery').fill(/\d+[.,]\d\d/.exec(delivery)![0])
    await press(page, way, 'orders_refund_button', 'confirm_refund')
    await way.told(page, 'orders_done_refunded')
    await page.getByText(way.say('order_refunded'), { exact: true }).first().waitFor()
    await returned.page.reload()
    await returned.page.getByText(say('en', 'order_refunded')).first().waitFor()
    await returned.close()
    await expectForSale(shopper.page, stall)
    await shopper.close()

    // Of three orders one bell was sold and kept: 200.00 less its VAT of 25.5 per cent.
    await page.goto(way.at('/studio/results?by=product'))
    const row = page.getByRole('row').filter({ hasText: stall.title })
    await expect.poll(() => row.innerText(), { timeout: 15_000 }).toMatch(/159[.,]36/)
    await owner.close()
  }
)
