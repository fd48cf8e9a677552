import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeProblems, visit, type Visit } from './browser.ts'
import { fillInCard, fillInToFetch, pay } from './checkout-page.ts'
import { ask, buyByForms } from './people.ts'
import { changePrice, desk, type Goods } from './studio.ts'
import { like, pathIn, say, type Language } from './words.ts'

const owner = desk()

let shoppers = 0
const newEmail = () => `shopper${++shoppers}-${Date.now()}@example.org`

/** A shopper of their own e-mail address stands in the checkout with something, everything typed. */
async function standInCheckout(goods: Goods, options: Parameters<typeof visit>[1] = {}) {
  const shopper = await visit(goods.path, options)
  await press(shopper.page, 'ui_buy')
  await shopper.page.waitForURL(/\/checkout\//)
  const email = newEmail()
  await fillInToFetch(shopper.page, 'en', email)
  return { ...shopper, email }
}

const press = (page: Page, key: string) =>
  page
    .getByRole('button', { name: say('en', key), exact: true })
    .first()
    .click()

const alert = (page: Page) => page.getByRole('alert')
const thanks = (page: Page, language: Language = 'en') =>
  page.getByRole('heading', { name: say(language, 'order_thanks', { name: 'Linh Tran' }) }).waitFor()
const checkoutToken = ({ page }: Pick<Visit, 'page'>) => /\/checkout\/([\w-]+)/.exec(page.url())![1]!

test('a price that changes while the shopper types is told before anything is charged, and the next press pays it', async () => {
  const goods = await owner.sell({ title: 'A rope fender', price: '20', pieces: 9 })
  const { page, close, email } = await standInCheckout(goods)
  const before = await page
    .getByRole('button', { name: like('en', 'checkout_pay') })
    .first()
    .innerText()
  await changePrice(goods, '23.50')
  await pay(page, 'en')
  await alert(page)
    .filter({ hasText: like('en', 'refusal_price_changed') })
    .waitFor()
  expect(await axeProblems(page)).toEqual([])
  expect(await owner.ordersOf(email)).toEqual([])
  await page.getByText(say('en', 'cart_was', { price: '€20.00' })).waitFor()
  const button = page.getByRole('button', { name: like('en', 'checkout_pay') }).first()
  expect(await button.innerText()).not.toBe(before)
  expect(await alert(page).innerText()).toContain(/€[\d.]+/.exec(await button.innerText())![0])
  expect(await page.getByLabel(say('en', 'checkout_email'), { exact: true }).inputValue()).toBe(email)
  await pay(page, 'en')
  await thanks(page)
  await page.getByText('€23.50').first().waitFor()
  expect(await owner.ordersOf(email)).toHaveLength(1)
  await close()
})

test('when the last one goes to someone else, the shopper is told by name, keeps the cart and is not charged', async () => {
  const goods = await owner.sell({ title: 'The last brass lamp', price: '49', pieces: 1 })
  const { page, close, context } = await visit(goods.path)
  await press(page, 'product_to_cart')
  await page.waitForURL(/\/cart/)
  // As a checkout stands when its hold has run out: the cart is known, nothing is set aside.
  const kept = (await context.cookies()).find(({ name }) => name === 'cart')!.value
  await page.goto(`/checkout/${kept}`)
  await page.getByText(say('en', 'checkout_not_held')).waitFor()
  const email = newEmail()
  await fillInToFetch(page, 'en', email)
  await buyByForms(ask, goods.path)
  await pay(page, 'en')
  await alert(page)
    .filter({ hasText: say('en', 'refusal_sold_out', { title: goods.title }) })
    .waitFor()
  await page.getByText(say('en', 'cart_line_sold_out')).waitFor()
  expect(await axeProblems(page)).toEqual([])
  expect(await owner.ordersOf(email)).toEqual([])
  await page.goto('/cart')
  await page.getByRole('link', { name: goods.title }).waitFor()
  await page.getByText(say('en', 'cart_line_sold_out')).waitFor()
  await close()
})

test('two tabs that pay the same checkout in two languages, a third that comes late and one left at the cart, are one order', async () => {
  const goods = await owner.sell({ title: 'A pair of oars', price: '80', pieces: 9 })
  const { page, close, context, email, ...first } = await standInCheckout(goods)
  const checkout = `/checkout/${checkoutToken({ page, ...first })}`
  const [other, late] = [await context.newPage(), await context.newPage()]
  await other.goto(pathIn('fi', checkout))
  await fillInToFetch(other, 'fi', email)
  await late.goto(checkout)
  await fillInToFetch(late, 'en', email)
  const basket = await context.newPage()
  await basket.goto('/cart')
  await basket.waitForLoadState('networkidle')
  await Promise.all([pay(page, 'en'), pay(other, 'fi')])
  await Promise.all([thanks(page), thanks(other, 'fi')])
  const order = new URL(page.url()).pathname
  expect(new URL(other.url()).pathname).toBe(pathIn('fi', order))
  await pay(late, 'en')
  await late.waitForURL((url) => url.pathname === order)
  await press(basket, 'cart_checkout')
  await alert(basket)
    .filter({ hasText: say('en', 'refusal_cart_not_found') })
    .waitFor()
  await basket.getByRole('heading', { name: say('en', 'cart_empty_title') }).waitFor()
  expect(await owner.ordersOf(email)).toHaveLength(1)
  await close()
})

test('a double click on Pay is one order, and the back button leads to it and to no other', async () => {
  const goods = await owner.sell({ title: 'A tin of tar', price: '12', pieces: 9 })
  const { page, close, email } = await standInCheckout(goods, { size: 'desktop' })
  await page
    .getByRole('button', { name: like('en', 'checkout_pay') })
    .first()
    .dblclick()
  await thanks(page)
  const order = page.url()
  const askedAgain = page.waitForResponse((response) => response.url().includes('/checkout/'))
  await page.goBack()
  await askedAgain
  await thanks(page)
  await page.reload()
  expect(page.url()).toBe(order)
  expect(await owner.ordersOf(email)).toHaveLength(1)
  await close()
})

test('without a script, the back button after paying leads to the order as well', async () => {
  const goods = await owner.sell({ title: 'A sailor’s needle', price: '7', pieces: 9 })
  const shopper = await standInCheckout(goods, { javaScript: false })
  await pay(shopper.page, 'en')
  await thanks(shopper.page)
  const order = shopper.page.url()
  await shopper.page.goBack()
  await shopper.page.waitForURL(order)
  expect(await owner.ordersOf(shopper.email)).toHaveLength(1)
  await shopper.close()
})

test('without a script, who chooses delivery and pays at once is told the new total, and the next press sends it there', async () => {
  const goods = await owner.sell({ title: 'A tarred line', price: '12', pieces: 9 })
  const { page, close, email } = await standInCheckout(goods, { javaScript: false })
  const way = page.locator('.way:has([name=rate]:not([data-kind=pickup]))').first()
  await way.click()
  await page.getByLabel(say('en', 'checkout_street'), { exact: true }).fill('Eteläranta 1')
  await page.getByLabel(say('en', 'checkout_postcode'), { exact: true }).fill('00130')
  await page.getByLabel(say('en', 'checkout_city'), { exact: true }).fill('Helsinki')
  await pay(page, 'en')
  const told = alert(page).filter({ hasText: like('en', 'refusal_price_changed') })
  const [total] = /€\d+\.\d\d/.exec(await told.innerText())!
  expect(await way.getByRole('radio').isChecked()).toBe(true)
  await fillInCard(page, 'en', '4242 4242 4242 4242')
  await pay(page, 'en')
  await thanks(page)
  await page.getByText('Eteläranta 1').waitFor()
  await page.getByText(total).first().waitFor()
  expect(await owner.ordersOf(email)).toHaveLength(1)
  await close()
})

test('when the time of the hold runs out the page says so, and what is still there can be paid', async () => {
  const goods = await owner.sell({ title: 'A coil of rope', price: '15', pieces: 1 })
  const { page, close, email } = await standInCheckout(goods)
  await page.getByRole('timer').waitFor()
  await page.clock.setFixedTime(Date.now() + 11 * 60_000)
  await page.getByText(say('en', 'checkout_not_held')).waitFor()
  await pay(page, 'en')
  await thanks(page)
  expect(await owner.ordersOf(email)).toHaveLength(1)
  await close()
})

test('a buy link whose things go while it is being read is shown again without a script, and what is left can be had', async () => {
  const lamp = await owner.sell({ title: 'A stern lantern', price: '64', pieces: 1 }, { 'variant.0.sku': `LAN-${Date.now()}` }) // prettier-ignore
  const rope = await owner.sell({ title: 'A mooring line', price: '18', pieces: 9 }, { 'variant.0.sku': `LIN-${Date.now()}` }) // prettier-ignore
  const code = `PIER${Date.now()}`
  await owner.send('/studio/coupons?/create', { code, kind: 'percent', value: '10' })
  const click = 'journey-click-16'
  const link = `/buy/${await skuOf(lamp)}:1,${await skuOf(rope)}:2?coupon=${code}&tclid=${click}`
  const { page, close } = await visit(link, { javaScript: false })
  await page.getByRole('link', { name: lamp.title }).waitFor()
  expect(await page.locator('main').innerText()).toContain(code)
  await buyByForms(ask, lamp.path)
  await press(page, 'cart_checkout')
  await alert(page)
    .filter({ hasText: say('en', 'refusal_proposal_changed') })
    .waitFor()
  await page.getByText(say('en', 'cart_missing_sold_out', { name: lamp.title })).waitFor()
  await page.getByRole('heading', { name: say('en', 'cart_proposed_title') }).waitFor()
  await page.getByText('€32.40').first().waitFor()
  await press(page, 'cart_checkout')
  await page.waitForURL(new RegExp(`/checkout/.*tclid=${click}`))
  await page.getByRole('link', { name: rope.title }).waitFor()
  expect(await page.getByRole('link', { name: lamp.title }).count()).toBe(0)
  expect(await page.locator('main').innerText()).toContain(code)
  await close()
})

/** What buy links call something. */
async function skuOf({ path }: Goods): Promise<string> {
  return /"sku":"([^"]+)"/.exec(await (await ask(path, '')).text())![1]!
}

test('Buy, pressed twice and again from a page that was left open, is one piece, the last one included', async () => {
  const goods = await owner.sell({ title: 'The last sou’wester', price: '39', pieces: 1 })
  const { page, context, close } = await visit(goods.path)
  const stale = await context.newPage()
  await stale.goto(goods.path)
  await page
    .getByRole('button', { name: say('en', 'ui_buy'), exact: true })
    .first()
    .dblclick()
  await page.waitForURL(/\/checkout\//)
  await press(stale, 'ui_buy')
  await stale.waitForURL(/\/checkout\//)
  await stale.goto('/cart')
  const count = stale.getByLabel(say('en', 'cart_quantity_named', { title: goods.title }))
  expect(await count.inputValue()).toBe('1')
  await stale.waitForLoadState('networkidle')
  await count.evaluate((box: HTMLInputElement) => ((box.form!.noValidate = true), (box.value = '-3')))
  await count.dispatchEvent('change')
  await alert(stale)
    .filter({ hasText: say('en', 'refusal_invalid') })
    .waitFor()
  expect([await count.getAttribute('aria-invalid'), await count.inputValue()]).toEqual(['true', '-3'])
  expect(await axeProblems(stale)).toEqual([])
  await stale.goto('/cart')
  expect(await count.inputValue()).toBe('1')
  await close()
})

test('a browser that was closed and opened again still has the cart', async () => {
  const goods = await owner.sell({ title: 'A barometer', price: '110', pieces: 3 })
  const before = await visit(goods.path)
  await press(before.page, 'product_to_cart')
  await before.page.waitForURL(/\/cart/)
  const kept = await before.context.storageState()
  await before.close()
  // What a browser forgets when it closes is left behind.
  const cookies = kept.cookies.filter(({ expires }) => expires !== -1)
  const after = await visit('/cart', { storage: { ...kept, cookies } })
  await after.page.getByRole('link', { name: goods.title }).waitFor()
  await after.close()
})
