import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeProblems, visit } from './browser.ts'
import { followLetter } from './mailbox.ts'
import type { Way } from './ways.ts'

export const PASSWORD = 'kolme sinistä venettä'

export const press = (page: Page, way: Way, key: string) => way.button(page, key).first().click()
export const fill = (page: Page, way: Way, key: string, words: string) => way.field(page, key).fill(words)

/** Someone new makes a page with a password and opens it by the letter in the mailbox. */
export async function becomeMember(way: Way, name: string) {
  const email = `m${Date.now()}@example.org`
  const { page, ...rest } = await visit(way.at('/sign-up'), way)
  await page.waitForLoadState('networkidle')
  await fill(page, way, 'door_name', name)
  await fill(page, way, 'door_email', email)
  await fill(page, way, 'door_password', PASSWORD)
  expect(await axeProblems(page)).toEqual([])
  await press(page, way, 'door_sign_up')
  await page.getByRole('heading', { name: way.say('door_letter_title') }).waitFor()
  await followLetter(page, email)
  expect(await page.locator('html').getAttribute('lang')).toBe(way.language)
  await page.waitForLoadState('networkidle')
  await fill(page, way, 'door_password', PASSWORD)
  await press(page, way, 'door_confirm')
  await page.waitForURL((url) => url.pathname === way.at('/'))
  return { page, email, ...rest }
}
