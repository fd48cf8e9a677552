import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { like, say, type Language } from './words.ts'

/** Two taps from the feed: a dot opens the price card, Buy leads to the checkout. */
export async function buyFromTheFeed(page: Page, language: Language): Promise<void> {
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

/** Sizes and colours of what was bought with one tap: the first that is left. */
export async function choose(page: Page): Promise<void> {
  const selects = page.locator('select[name^="choice:"]')
  while (await selects.count()) {
    const select = page.locator(`select[name="${await selects.first().getAttribute('name')}"]`)
    const option = select.locator('option:not([disabled]):not([value=""])').first()
    const value = (await option.getAttribute('value')) ?? ''
    await select.selectOption(value)
    await select.waitFor({ state: 'detached' })
  }
}

export async function fillIn(page: Page, language: Language, card: string): Promise<void> {
  await fillInToSend(page, language, { name: 'Linh Tran', email: 'linh@example.org' })
  await fillInCard(page, language, card)
}

/** Who it is for, the first way that is sent, and where to; all but the payment. */
export async function fillInToSend(
  page: Page,
  language: Language,
  buyer: { name: string; email: string }
): Promise<void> {
  const label = (key: string) => page.getByLabel(say(language, key), { exact: true })
  await label('checkout_email').fill(buyer.email)
  await label('checkout_name').fill(buyer.name)
  const way = page.locator('.way:has([name=rate]:not([data-kind=pickup]))').first()
  await way.click()
  // The sums follow once the server has reckoned them; who pays before that is told a new price.
  const price = await way.locator('span').last().innerText()
  const delivery = page.locator(`dt:text-is("${say(language, 'checkout_delivery')}") + dd`)
  await delivery.filter({ hasText: price.trim() }).waitFor()
  await label('checkout_street').fill('Eteläranta 1')
  await label('checkout_postcode').fill('00130')
  await label('checkout_city').fill('Helsinki')
}

/** The shortest way, with or without a script: what is fetched at the stall needs no address. */
export async function fillInToFetch(page: Page, language: Language, email: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.getByLabel(say(language, 'checkout_email'), { exact: true }).fill(email)
  await page.getByLabel(say(language, 'checkout_name'), { exact: true }).fill('Linh Tran')
  expect(await page.locator('input[name=rate]:checked').getAttribute('data-kind')).toBe('pickup')
  await fillInCard(page, language, '4242 4242 4242 4242')
}

export async function fillInCard(page: Page, language: Language, card: string): Promise<void> {
  const label = (key: string) => page.getByLabel(say(language, key), { exact: true })
  await page.getByText(say(language, 'checkout_pay_card'), { exact: true }).click()
  await label('checkout_card_number').fill(card)
  await label('checkout_card_expiry').fill('12/30')
  await label('checkout_card_code').fill('123')
}

export const pay = (page: Page, language: Language) =>
  page
    .getByRole('button', { name: like(language, 'checkout_pay') })
    .first()
    .click()
