import type { FrameLocator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The newest letter to someone, in the demo's mailbox, opened; it may be a moment on its way. */
export async function openLetter(page: Page, email: string): Promise<FrameLocator> {
  await page.goto('/mailbox')
  const letter = page.locator('details').filter({ hasText: email }).first()
  await expect
    .poll(async () => (await letter.count()) || page.reload().then(() => letter.count()), { timeout: 15_000 })
    .toBe(1)
  if ((await letter.getAttribute('open')) === null) await letter.locator('summary').click()
  return letter.frameLocator('iframe')
}

/** Presses the link of the newest letter to someone. */
export async function followLetter(page: Page, email: string): Promise<void> {
  const letter = await openLetter(page, email)
  await letter.getByRole('link').first().click()
  await page.waitForURL(/token=/)
}
