import type { Page } from 'playwright-core'
import { pathIn, type Language } from './words.ts'

/** Signs in as one of the demo's people, from the list that the demo's sign-in page shows. */
export async function enter(page: Page, name: string, language: Language = 'en'): Promise<void> {
  await page.goto(pathIn(language, '/sign-in'))
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
}
