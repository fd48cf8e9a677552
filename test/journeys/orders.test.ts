import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { expectOpenToAll, visit } from './browser.ts'
import { fillInToSend, pay } from './checkout-page.ts'
import { enter } from './people.ts'
import { ways, type Way } from './ways.ts'
import { say } from './words.ts'

type Deal = { coupon: string; label: string; email: string }

/** Something no other run has named. */
function newDeal(): Deal {
  const stamp = Date.now().toString(36).toUpperCase()
  const [coupon, label] = [`TORG${stamp}`, `Plakat på kaien ${stamp}`]
  return { coupon, label, email: `${stamp.toLowerCase()}@example.no` }
}

/** The file behind a link, as the browser saves it. */
async function download(where: Page | Locator, name: string | RegExp): Promise<Buffer> {
  const page = 'goto' in where ? where : where.page()
  const downloading = page.waitForEvent('download')
  await where.getByRole('link', { name, exact: true }).click()
  return readFile(await (await downloading).path())
}

async function skuOf(page: Page, handle: string): Promise<string> {
  await page.goto(`/products/${handle}`)
  const facts = await page.locator('script[type="application/ld+json"]').first().textContent()
  return /"sku":"([^"]+)"/.exec(facts ?? '')![1]!
}

async function makeCoupon(page: Page, way: Way, { coupon }: Deal): Promise<void> {
  await page.goto(way.at('/studio/coupons'))
  await page.waitForLoadState('networkidle')
  await way.field(page, 'coupons_code').fill(coupon)
  await way.field(page, 'coupons_value').fill('10')
  await way.button(page, 'coupons_make').click()
  await way.told(page, 'coupons_made', { code: coupon })
  await expectOpenToAll(page)
}

/** A short link to three mugs with the coupon on them; answers its code. */
async function makeLink(page: Page, way: Way, { coupon, label }: Deal, sku: string): Promise<string> {
  await page.goto(way.at('/studio/links'))
  await page.waitForLoadState('networkidle')
  await page.getByText(way.say('links_to_cart'), { exact: true }).click()
  await way.field(page, 'links_items').fill(`${sku}:3`)
  await way.field(page, 'links_coupon').fill(coupon)
  await way.field(page, 'links_label').fill(label)
  await way.button(page, 'links_make').click()
  const address = await page.getByRole('status').locator('code').innerText()
  await expectOpenToAll(page, { dark: true })
  return /\/l\/(\S+)$/.exec(address)![1]!
}

/** The buyer who followed the link finds the cart filled, and orders by invoice. */
async function buyThrough(page: Page, { coupon, email }: Deal): Promise<void> {
  await page.waitForURL(/\/cart\?.*tclid=/)
  expect(await page.locator('main').innerText()).toContain(coupon)
  await page.getByRole('button', { name: say('en', 'cart_checkout') }).click()
  await page.waitForURL(/\/checkout\//)
  await page.waitForLoadState('networkidle')
  await fillInToSend(page, 'en', { name: 'Kari Nordmann', email })
  await page.getByText(say('en', 'checkout_pay_invoice'), { exact: true }).click()
  await pay(page, 'en')
  await page.getByRole('heading', { name: say('en', 'order_thanks', { name: 'Kari Nordmann' }) }).waitFor()
  expect(await page.locator('main').innerText()).toContain(coupon)
}

const history = (page: Page, way: Way) =>
  page
    .locator('section, .panel')
    .filter({ has: page.getByRole('heading', { name: way.say('orders_history') }) })
    .last()

async function openOrder(page: Page, way: Way, { email }: Deal): Promise<void> {
  await page.goto(way.at('/studio/orders'))
  await page.getByRole('searchbox', { name: way.say('orders_find') }).fill(email)
  await way.button(page, 'orders_find_button').click()
  await page.getByRole('row').filter({ hasText: email }).getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: way.like('order_title') }).waitFor()
  await page.waitForLoadState('networkidle')
}

/** The clerk takes the money in, sends one piece of three and prints the slip. */
async function serve(page: Page, way: Way, deal: Deal): Promise<void> {
  await enter(page, 'harpreet')
  await openOrder(page, way, deal)
  await page.getByText(way.say('order_step_unpaid'), { exact: true }).waitFor()
  await way.button(page, 'orders_pay_button').click()
  await way.told(page, 'orders_done_paid')
  await page.getByRole('spinbutton', { name: 'Gull mug' }).fill('1')
  await way.field(page, 'orders_carrier').fill('Posten')
  await way.field(page, 'orders_tracking').fill('NB123')
  await way.button(page, 'orders_send_button').click()
  await way.told(page, 'orders_done_sent')
  await page.getByText(way.say('order_step_part_sent'), { exact: true }).waitFor()
  for (const words of ['orders_event_placed', 'orders_event_paid'])
    await history(page, way).getByText(way.say(words)).waitFor()
  expect(await history(page, way).innerText()).toContain('Posten · NB123')
  expect(await history(page, way).innerText()).toContain('Harpreet Singh')
  expect(await way.button(page, 'orders_refund_button').count()).toBe(0)
  await expectOpenToAll(page, { dark: true })
  await page.getByRole('link', { name: way.say('orders_slip') }).click()
  await page.getByRole('heading', { level: 1, name: 'Kauppatori' }).waitFor()
  const slip = page.getByRole('article')
  for (const words of ['Kari Nordmann', 'Eteläranta 1', 'Gull mug'])
    await slip.getByText(words).first().waitFor()
  expect(await slip.locator('.count').innerText()).toBe('3')
  await expectOpenToAll(page)
}

/** The owner gives the price of one mug back, and sees where the order came from. */
async function refund(page: Page, way: Way, deal: Deal): Promise<void> {
  await enter(page, 'aino')
  await openOrder(page, way, deal)
  await page.getByText(way.like('orders_refund_open')).click()
  await page.getByRole('spinbutton', { name: 'Gull mug' }).last().fill('1')
  await page.getByLabel(way.say('orders_reason')).first().fill('Hadde fått en hakk')
  await way.button(page, 'orders_refund_button').click()
  const sure = page.getByRole('dialog', { name: way.say('confirm_refund') })
  await sure.getByRole('button', { name: way.say('orders_refund_button') }).click()
  await way.told(page, 'orders_done_refunded')
  await page.getByText(way.say('orders_state_part_refunded'), { exact: true }).waitFor()
  expect(await history(page, way).innerText()).toContain('Hadde fått en hakk')
  const path = page.locator('li').filter({ hasText: way.say('path_link', { link: deal.label }) })
  await path.getByText(way.say('path_credited')).waitFor()
  for (const step of ['path_cart', 'path_checkout', 'path_order'])
    await page.getByText(way.say(step), { exact: true }).waitFor()
  await expectOpenToAll(page)
}

test.for(ways('nb desktop'))(
  'a link on a poster brings an order without cookies; it is paid, sent, given back in part and credited to the link: $language, $size',
  { timeout: 180_000 },
  async (way) => {
    const deal = newDeal()
    const { label, email } = deal
    const marketer = await visit('/', way)
    await enter(marketer.page, 'sanna')
    await makeCoupon(marketer.page, way, deal)
    const code = await makeLink(marketer.page, way, deal, await skuOf(marketer.page, 'gull-mug'))
    await marketer.page.goto(way.at('/studio/links'))
    const row = marketer.page.getByRole('row').filter({ hasText: label })
    const svg = await download(row, /SVG/)
    expect([(await sharp(svg).metadata()).format, svg.toString().trimStart().slice(0, 4)]).toEqual([
      'svg',
      '<svg'
    ])
    const png = await sharp(await download(row, 'PNG')).metadata()
    expect([png.format, png.width]).toEqual(['png', png.height])

    const shopper = await visit(`/l/${code}`, { cookies: false })
    await buyThrough(shopper.page, deal)
    expect(await shopper.context.cookies()).toEqual([])
    await shopper.close()

    const clerk = await visit('/', way)
    await serve(clerk.page, way, deal)
    await clerk.close()

    const owner = await visit('/', way)
    await refund(owner.page, way, deal)
    await owner.close()

    await marketer.page.goto(way.at('/studio/results?by=link'))
    const line = marketer.page.getByRole('row').filter({ hasText: label })
    // Three at 19.00 less ten per cent, less one that came back, without its VAT of 25.5 per cent.
    const figures = ['1', '1', '1', expect.stringMatching(/27[.,]25/)]
    expect((await line.getByRole('cell').allInnerTexts()).slice(0, 4)).toEqual(figures)
    await expectOpenToAll(marketer.page, { dark: true })
    const table = (await download(marketer.page, way.say('results_csv'))).toString()
    expect(table.split(/\r?\n/).find((one) => one.includes(label))).toMatch(new RegExp(code))
    await line.getByRole('link').click()
    await marketer.page.getByRole('heading', { level: 1, name: label }).waitFor()
    await expectOpenToAll(marketer.page)
    await marketer.page.getByRole('link', { name: way.like('path_order_number') }).click()
    await marketer.page.getByText(email).first().waitFor()
    await marketer.page.getByRole('link', { name: way.say('path_link', { link: label }) }).waitFor()
    await marketer.close()

    const packer = await visit('/')
    await enter(packer.page, 'harpreet')
    await openOrder(packer.page, way, deal)
    await way.button(packer.page, 'orders_send_button').click()
    await way.told(packer.page, 'orders_done_sent')
    await packer.page.getByText(way.say('order_step_sent'), { exact: true }).waitFor()
    await expectOpenToAll(packer.page)
    await packer.close()
  }
)
