import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeProblems, SIZES, visit, type Size } from './browser.ts'
import { LANGUAGES, like, pathIn, say, type Language } from './words.ts'

/** Two taps from the feed: a dot opens the price card, Buy leads to the checkout. */
async function buyFromTheFeed(page: Page, language: Language): Promise<void> {
  const post = page
    .locator('article')
    .filter({ has: page.locator('[data-tag]') })
    .first()
  await post.locator('[data-tag] > summary').first().click()
  await post
    .getByRole('button', { name: say(language, 'ui_buy') })
    .first()
    .click()
  await page.waitForURL(/\/checkout\//)
  // Until the script is there a choice waits for the next press of a button.
  await page.waitForLoadState('networkidle')
}

/** Does something that makes the page ask the server for new sums, and waits until they are there. */
async function andRefresh(page: Page, act: () => Promise<unknown>): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await act()
  await (await answered).finished()
  await page.waitForTimeout(100)
}

/** Sizes and colours of what was bought with one tap: the first that is left. */
async function choose(page: Page): Promise<void> {
  const selects = page.locator('select[name^="choice:"]')
  while (await selects.count()) {
    const option = selects.first().locator('option:not([disabled]):not([value=""])').first()
    const value = (await option.getAttribute('value')) ?? ''
    await andRefresh(page, () => selects.first().selectOption(value))
  }
}

async function fillIn(page: Page, language: Language, card: string): Promise<void> {
  const label = (key: string) => page.getByLabel(say(language, key), { exact: true })
  await label('checkout_email').fill('linh@example.org')
  await label('checkout_name').fill('Linh Tran')
  const rate = page.locator('input[name=rate]:not([data-kind=pickup])').first()
  if (!(await rate.isChecked())) await andRefresh(page, () => rate.check())
  await label('checkout_street').fill('Eteläranta 1')
  await label('checkout_postcode').fill('00130')
  await label('checkout_city').fill('Helsinki')
  await page.getByText(say(language, 'checkout_pay_card'), { exact: true }).click()
  await label('checkout_card_number').fill(card)
  await label('checkout_card_expiry').fill('12/30')
  await label('checkout_card_code').fill('123')
}

const pay = (page: Page, language: Language) =>
  page
    .getByRole('button', { name: like(language, 'checkout_pay') })
    .first()
    .click()

const walks = (Object.keys(SIZES) as Size[]).flatMap((size) =>
  LANGUAGES.map((language) => ({ size, language }))
)

describe('someone without an account', () => {
  test.for(walks)('buys from the feed in two taps, $language on a $size', async ({ size, language }) => {
    const { page, close } = await visit(pathIn(language, '/'), { size })
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    await buyFromTheFeed(page, language)
    await choose(page)
    await fillIn(page, language, '4242 4242 4242 4242')
    await pay(page, language)
    await page.waitForURL(/\/orders\//)
    await page.getByRole('heading', { name: say(language, 'order_thanks', { name: 'Linh Tran' }) }).waitFor()
    await close()
  })

  test('a declined card keeps the basket and charges nothing; another card then pays', async () => {
    const { page, close } = await visit('/')
    await buyFromTheFeed(page, 'en')
    await choose(page)
    await fillIn(page, 'en', '4000 0000 0000 0002')
    await pay(page, 'en')
    await page
      .getByRole('alert')
      .filter({ hasText: say('en', 'refusal_card_declined') })
      .waitFor()
    await fillIn(page, 'en', '4242 4242 4242 4242')
    await pay(page, 'en')
    await page.getByRole('heading', { name: say('en', 'order_thanks', { name: 'Linh Tran' }) }).waitFor()
    const order = page.url()
    await page.goBack()
    await page.waitForLoadState('networkidle')
    if (page.url().includes('/checkout/')) await page.reload()
    await page.waitForURL(order)
    await close()
  })

  test('the receipt is in the demo mailbox', async () => {
    const { page, close } = await visit('/mailbox')
    await expect
      .poll(() => page.reload().then(() => page.getByText('linh@example.org').count()), { timeout: 15_000 })
      .toBeGreaterThan(0)
    await close()
  })

  test('buys without any script', async () => {
    const { page, close } = await visit('/products/gull-mug', { javaScript: false })
    await page
      .getByRole('button', { name: say('en', 'ui_buy') })
      .first()
      .click()
    await page.waitForURL(/\/checkout\//)
    const label = (key: string) => page.getByLabel(say('en', key), { exact: true })
    await label('checkout_email').fill('noscript@example.org')
    await label('checkout_name').fill('No Script')
    await page.locator('input[name=rate][data-kind=pickup]').first().check()
    await page.getByText(say('en', 'checkout_pay_card'), { exact: true }).click()
    await label('checkout_card_number').fill('4242424242424242')
    await label('checkout_card_expiry').fill('12/30')
    await label('checkout_card_code').fill('123')
    await page
      .locator('form#pay button, button[form=pay]')
      .filter({ hasText: like('en', 'checkout_pay') })
      .first()
      .click()
    await page.getByRole('heading', { name: say('en', 'order_thanks', { name: 'No Script' }) }).waitFor()
    await close()
  })

  test('a buy link fills a basket with its discount, and opening it changes nothing', async () => {
    const { page, close } = await visit('/products/gull-mug')
    const facts = await page.locator('script[type="application/ld+json"]').first().textContent()
    const sku = /"sku":"([^"]+)"/.exec(facts ?? '')?.[1]
    await page.goto(`/buy/${sku}:2?coupon=HERRING10`)
    await page.waitForURL(/\/cart\?/)
    expect(await page.locator('main').innerText()).toContain('HERRING10')
    await page.getByRole('button', { name: say('en', 'cart_checkout') }).click()
    await page.waitForURL(/\/(checkout|cart)/)
    expect(await page.locator('main').innerText()).toContain('HERRING10')
    await close()
  })
})

describe('everyone', () => {
  const pages = ['/', '/products', '/products/gull-mug', '/cart', '/sign-in', '/search?q=herring']
  const schemes = pages.flatMap((path) => [false, true].map((dark) => ({ path, dark })))

  test.for(schemes)('can use $path (dark: $dark) with any senses and any keys', async ({ path, dark }) => {
    const { page, close } = await visit(path, { dark })
    expect(await axeProblems(page)).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(width).toBeLessThanOrEqual(0)
    await close()
  })
})
