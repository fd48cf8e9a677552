import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { expectOpenToAll, visit } from './browser.ts'
import { fillInToSend, pay } from './checkout-page.ts'
import { enter } from './people.ts'
import { like, pathIn, say } from './words.ts'

const nb = (key: string, gaps?: Record<string, string>) => say('nb', key, gaps)
const at = (path: string) => pathIn('nb', path)
const button = (page: Page, key: string) => page.getByRole('button', { name: nb(key), exact: true })
const field = (page: Page, key: string) => page.getByLabel(nb(key), { exact: true })

/** Something no other run has named. */
const stamp = Date.now().toString(36).toUpperCase()
const coupon = `TORG${stamp}`
const label = `Plakat på kaien ${stamp}`
const email = `${stamp.toLowerCase()}@example.no`

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

async function makeCoupon(page: Page): Promise<void> {
  await page.goto(at('/studio/coupons'))
  await field(page, 'coupons_code').fill(coupon)
  await field(page, 'coupons_value').fill('10')
  await button(page, 'coupons_make').click()
  await page
    .getByRole('status')
    .filter({ hasText: nb('coupons_made', { code: coupon }) })
    .waitFor()
  await expectOpenToAll(page)
}

/** A short link to three mugs with the coupon on them; answers its code. */
async function makeLink(page: Page, sku: string): Promise<string> {
  await page.goto(at('/studio/links'))
  await page.waitForLoadState('networkidle')
  await page.getByText(nb('links_to_cart'), { exact: true }).click()
  await field(page, 'links_items').fill(`${sku}:3`)
  await field(page, 'links_coupon').fill(coupon)
  await field(page, 'links_label').fill(label)
  await button(page, 'links_make').click()
  const address = await page.getByRole('status').locator('code').innerText()
  await expectOpenToAll(page, { dark: true })
  return /\/l\/(\S+)$/.exec(address)![1]!
}

/** The buyer who followed the link finds the cart filled, and orders by invoice. */
async function buyThrough(page: Page): Promise<void> {
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

const history = (page: Page) =>
  page
    .locator('section, .panel')
    .filter({ has: page.getByRole('heading', { name: nb('orders_history') }) })
    .last()

const told = (page: Page, key: string) =>
  page
    .getByRole('status')
    .filter({ hasText: nb(key) })
    .waitFor()

async function openOrder(page: Page): Promise<void> {
  await page.goto(at('/studio/orders'))
  await page.getByRole('searchbox', { name: nb('orders_find') }).fill(email)
  await button(page, 'orders_find_button').click()
  await page.getByRole('row').filter({ hasText: email }).getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: like('nb', 'order_title') }).waitFor()
  await page.waitForLoadState('networkidle')
}

/** The clerk takes the money in, sends one piece of three and prints the slip. */
async function serve(page: Page): Promise<void> {
  await enter(page, 'Harpreet', 'nb')
  await openOrder(page)
  await page.getByText(nb('order_step_unpaid'), { exact: true }).waitFor()
  await button(page, 'orders_pay_button').click()
  await told(page, 'orders_done_paid')
  await page.getByRole('spinbutton', { name: 'Gull mug' }).fill('1')
  await field(page, 'orders_carrier').fill('Posten')
  await field(page, 'orders_tracking').fill('NB123')
  await button(page, 'orders_send_button').click()
  await told(page, 'orders_done_sent')
  await page.getByText(nb('order_step_part_sent'), { exact: true }).waitFor()
  for (const words of ['orders_event_placed', 'orders_event_paid'])
    await history(page).getByText(nb(words)).waitFor()
  expect(await history(page).innerText()).toContain('Posten · NB123')
  expect(await history(page).innerText()).toContain('Harpreet Singh')
  expect(await button(page, 'orders_refund_button').count()).toBe(0)
  await expectOpenToAll(page, { dark: true })
  await page.getByRole('link', { name: nb('orders_slip') }).click()
  await page.getByRole('heading', { level: 1, name: 'Kauppatori' }).waitFor()
  const slip = page.getByRole('article')
  for (const words of ['Kari Nordmann', 'Eteläranta 1', 'Gull mug'])
    await slip.getByText(words).first().waitFor()
  expect(await slip.locator('.count').innerText()).toBe('3')
  await expectOpenToAll(page)
}

/** The owner gives the price of one mug back, and sees where the order came from. */
async function refund(page: Page): Promise<void> {
  await enter(page, 'Aino', 'nb')
  await openOrder(page)
  await page.getByText(like('nb', 'orders_refund_open')).click()
  await page.getByRole('spinbutton', { name: 'Gull mug' }).last().fill('1')
  await page.getByLabel(nb('orders_reason')).first().fill('Hadde fått en hakk')
  await button(page, 'orders_refund_button').click()
  const sure = page.getByRole('dialog', { name: nb('confirm_refund') })
  await sure.getByRole('button', { name: nb('orders_refund_button') }).click()
  await told(page, 'orders_done_refunded')
  await page.getByText(nb('orders_state_part_refunded'), { exact: true }).waitFor()
  expect(await history(page).innerText()).toContain('Hadde fått en hakk')
  const path = page.locator('li').filter({ hasText: nb('path_link', { link: label }) })
  await path.getByText(nb('path_credited')).waitFor()
  for (const step of ['path_cart', 'path_checkout', 'path_order'])
    await page.getByText(nb(step), { exact: true }).waitFor()
  await expectOpenToAll(page)
}

test(
  'a link on a poster brings an order without cookies; it is paid, sent, given back in part and credited to the link',
  { timeout: 180_000 },
  async () => {
    const marketer = await visit('/', { size: 'desktop' })
    await enter(marketer.page, 'Sanna', 'nb')
    await makeCoupon(marketer.page)
    const code = await makeLink(marketer.page, await skuOf(marketer.page, 'gull-mug'))
    await marketer.page.goto(at('/studio/links'))
    const row = marketer.page.getByRole('row').filter({ hasText: label })
    const svg = await download(row, /SVG/)
    expect([(await sharp(svg).metadata()).format, svg.toString().trimStart().slice(0, 4)]).toEqual([
      'svg',
      '<svg'
    ])
    const png = await sharp(await download(row, 'PNG')).metadata()
    expect([png.format, png.width]).toEqual(['png', png.height])

    const shopper = await visit(`/l/${code}`, { cookies: false })
    await buyThrough(shopper.page)
    expect(await shopper.context.cookies()).toEqual([])
    await shopper.close()

    const clerk = await visit('/', { size: 'desktop' })
    await serve(clerk.page)
    await clerk.close()

    const owner = await visit('/', { size: 'desktop' })
    await refund(owner.page)
    await owner.close()

    await marketer.page.goto(at('/studio/results?by=link'))
    const line = marketer.page.getByRole('row').filter({ hasText: label })
    // Three at 19.00 less ten per cent, less one that came back, without its VAT of 25.5 per cent.
    const figures = ['1', '1', '1', expect.stringMatching(/27,25/)]
    expect((await line.getByRole('cell').allInnerTexts()).slice(0, 4)).toEqual(figures)
    await expectOpenToAll(marketer.page, { dark: true })
    const table = (await download(marketer.page, nb('results_csv'))).toString()
    expect(table.split(/\r?\n/).find((one) => one.includes(label))).toMatch(new RegExp(code))
    await line.getByRole('link').click()
    await marketer.page.getByRole('heading', { level: 1, name: label }).waitFor()
    await expectOpenToAll(marketer.page)
    await marketer.page.getByRole('link', { name: like('nb', 'path_order_number') }).click()
    await marketer.page.getByText(email).first().waitFor()
    await marketer.page.getByRole('link', { name: nb('path_link', { link: label }) }).waitFor()
    await marketer.close()

    const packer = await visit('/')
    await enter(packer.page, 'Harpreet', 'nb')
    await openOrder(packer.page)
    await button(packer.page, 'orders_send_button').click()
    await told(packer.page, 'orders_done_sent')
    await packer.page.getByText(nb('order_step_sent'), { exact: true }).waitFor()
    await expectOpenToAll(packer.page)
    await packer.close()
  }
)
