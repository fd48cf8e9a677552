import { describe, expect, test } from 'vitest'
import { axeProblems, SIZES, visit, type Size } from './browser.ts'
import { buyFromTheFeed, choose, fillIn, pay } from './checkout-page.ts'
import { LANGUAGES, like, pathIn, say } from './words.ts'

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

  test('a declined card keeps the cart and charges nothing; another card then pays', async () => {
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

  test('a buy link fills a cart with its discount, and opening it changes nothing', async () => {
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
