import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectOpenToAll, visit, type Visit } from './browser.ts'
import { fillInToFetch, pay } from './checkout-page.ts'
import { enter } from './people.ts'
import { desk } from './studio.ts'
import { ways } from './ways.ts'
import { say } from './words.ts'

const STORE = 'Tyrsky Prints (example)'
const ORIGIN = 'https://tyrsky-prints.example.com'

/** The store elsewhere, as far as a browser sees it: it notes which address it was asked, and says hello. */
async function openStore(
  { context }: Visit,
  origin = ORIGIN
): Promise<{ asked: URL[]; referrers: string[] }> {
  const [asked, referrers]: [URL[], string[]] = [[], []]
  await context.route(`${origin}/**`, async (route) => {
    const url = new URL(route.request().url())
    if (url.pathname !== '/favicon.ico') {
      asked.push(url)
      referrers.push((await route.request().headerValue('referer')) ?? '')
    }
    await route.fulfill({ contentType: 'text/html', body: '<title>There</title><h1>Welcome there</h1>' })
  })
  return { asked, referrers }
}

/** The visit may leave the market for this store, and for no other place. */
async function closeAway({ problems, close }: Visit, origin = ORIGIN): Promise<void> {
  const other = problems.filter((problem) => problem !== `asked ${origin}`)
  problems.splice(0, problems.length, ...other)
  await close()
}

/** What a press is answered with, where the browser is kept from following: it would ask for the host's name. */
async function answerTo({ page, context }: Visit, name: string) {
  let told: { status: number; headers: Record<string, string> } | undefined
  await context.route(/handOver/, async (route) => {
    const answer = await route.fetch({ maxRedirects: 0 })
    told = { status: answer.status(), headers: answer.headers() }
    await route.fulfill({ contentType: 'text/html', body: '<h1>Welcome there</h1>' })
  })
  await goOn(page, name)
  return told!
}

const goOn = async (page: Page, name: string) => {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('heading', { name: 'Welcome there' }).waitFor()
}

test.for(ways('fi phone'))(
  'what lives elsewhere is bought there, without cookies: page, cart, store, $language on a $size',
  async (way) => {
    const { language, size, at } = way
    const there = await visit(at('/products/archipelago-poster'), { size, cookies: false })
    const { asked, referrers } = await openStore(there)
    const { page } = there
    await page
      .getByText(say(language, 'store_sold_by', { store: STORE }))
      .first()
      .waitFor()
    await way.button(page, 'product_to_cart').waitFor()
    await page
      .getByRole('button', { name: say(language, 'ui_buy'), exact: true })
      .first()
      .click()
    await page.waitForURL(/\/cart/)
    await page.waitForLoadState('networkidle')
    const choice = page.locator('select[name=choice]')
    if (await choice.count()) {
      await choice.selectOption({ index: 1 })
      await page.getByRole('button', { name: say(language, 'cart_choose_button') }).click()
      await choice.waitFor({ state: 'detached' })
    }
    await expectOpenToAll(page, { dark: true })
    const basket = page.url()
    await goOn(page, say(language, 'store_continue', { store: STORE }))
    expect(asked.map(({ origin }) => origin)).toEqual([ORIGIN])
    expect(asked[0]!.pathname).toMatch(/^\/cart\/4401000000\d:1$/)
    const code = asked[0]!.searchParams.get('ref')!
    expect(asked[0]!.searchParams.get('attributes[torilla]')).toBe(code)
    expect(code).toMatch(/^\w{16}$/)
    expect(referrers[0]).not.toContain('/cart')
    await page.goto(basket)
    await page.getByText(way.like('store_taken')).waitFor()
    await goOn(page, say(language, 'store_continue', { store: STORE }))
    expect(asked[1]!.searchParams.get('ref')).toBe(code)
    await page.goto(basket)
    await way.button(page, 'store_take_out').click()
    await page.getByText(say(language, 'cart_empty_title')).waitFor()
    await closeAway(there)
  }
)

test('a cart of both, without a script: ours is paid here, the rest waits for its own store', async () => {
  const there = await visit('/products/gull-mug', { javaScript: false })
  const { page } = there
  const toCart = async () => {
    await page
      .getByRole('button', { name: say('en', 'product_to_cart') })
      .first()
      .click()
    await page.waitForURL(/\/cart/)
  }
  await toCart()
  await page.goto('/products/stalls-poster')
  await toCart()
  const main = page.locator('main')
  expect(await main.innerText()).toContain(say('en', 'cart_without_elsewhere'))
  await page.getByRole('button', { name: say('en', 'cart_checkout') }).click()
  await page.waitForURL(/\/checkout\//)
  expect(await main.innerText()).toContain(say('en', 'checkout_elsewhere', { stores: STORE }))
  await page.locator('input[name=rate][data-kind=pickup]').first().check()
  await fillInToFetch(page, 'en', 'mixed@example.org')
  await pay(page, 'en')
  await page.getByRole('heading', { name: say('en', 'order_thanks', { name: 'Linh Tran' }) }).waitFor()
  expect(await main.innerText()).not.toContain('Torilla tavataan poster')
  await page.goto('/cart')
  expect(await main.innerText()).toContain('Torilla tavataan poster')
  expect(await main.innerText()).not.toContain(say('en', 'cart_without_elsewhere'))
  const answer = await answerTo(there, say('en', 'store_continue', { store: STORE }))
  expect([answer.status, answer.headers['referrer-policy']]).toEqual([303, 'no-referrer'])
  expect(answer.headers.location).toMatch(/^https:\/\/tyrsky-prints\.example\.com\/cart\/4401000000\d:1\?/)
  const document = await page.goto('/cart')
  expect(document!.headers()['content-security-policy']).toContain(`form-action 'self' ${ORIGIN};`)
  await closeAway(there)
})

test('an owner makes a plain store known, says what lives there, and turns it off again', async () => {
  const stamp = Date.now().toString(36)
  const [name, origin] = [`Corner ${stamp}`, `https://corner-${stamp}.example.com`]
  const goods = await desk().sell({ title: `Corner bell ${stamp}`, price: '12', pieces: 0 })
  const there = await visit('/', { size: 'desktop' })
  const { asked } = await openStore(there, origin)
  const { page } = there
  const press = (key: string) =>
    page
      .getByRole('button', { name: say('en', key), exact: true })
      .first()
      .click()
  await enter(page, 'aino')
  await page.goto('/studio/settings/stores')
  await page.getByLabel(say('en', 'stores_kind'), { exact: true }).selectOption('url')
  await page.getByLabel(say('en', 'stores_name'), { exact: true }).fill(name)
  await page.getByLabel(say('en', 'stores_address'), { exact: true }).fill('https://10.0.0.1')
  await press('stores_make')
  await page
    .getByRole('alert')
    .filter({ hasText: say('en', 'refusal_store_address_refused') })
    .waitFor()
  await page.getByLabel(say('en', 'stores_address'), { exact: true }).fill(origin)
  await press('stores_make')
  await page
    .getByRole('status')
    .filter({ hasText: say('en', 'stores_made') })
    .waitFor()
  await expectOpenToAll(page, { dark: true })
  const shop = page.url()
  await page.goto(`/studio/products/${goods.id}`)
  await page.getByLabel(say('en', 'sold_at_where'), { exact: true }).selectOption({ label: name })
  await page.getByLabel(say('en', 'sold_at_address'), { exact: true }).fill(`${origin}/bell?n={quantity}`)
  await press('sold_at_save')
  await page
    .getByRole('status')
    .filter({ hasText: say('en', 'sold_at_saved') })
    .waitFor()
  await expectOpenToAll(page)
  await page.goto(goods.path)
  await page
    .getByRole('button', { name: say('en', 'ui_buy'), exact: true })
    .first()
    .click()
  await page.waitForURL(/\/cart/)
  await page.waitForLoadState('networkidle')
  await goOn(page, say('en', 'store_continue', { store: name }))
  expect(asked[0]!.href).toMatch(new RegExp(`^${origin}/bell\\?n=1&utm_source=torilla&utm_medium=referral&torilla=\\w{16}$`)) // prettier-ignore
  await page.goto(shop)
  await press('stores_disable')
  await page.getByText(say('en', 'stores_off_text')).waitFor()
  await page.goto('/cart')
  await page.getByText(say('en', 'store_closed_line', { store: name })).waitFor()
  await page.goto(goods.path)
  await page.getByText(say('en', 'post_sold_out')).first().waitFor()
  await closeAway(there, origin)
})
