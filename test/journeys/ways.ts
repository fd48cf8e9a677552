import type { Locator, Page } from 'playwright-core'
import { SIZES, type Size } from './browser.ts'
import { LANGUAGES, like, pathIn, say, type Language } from './words.ts'

/** How a walk is taken: in a language and at a size, with what it needs to find things by their words. */
export type Way = {
  language: Language
  size: Size
  say(key: string, gaps?: Record<string, string>): string
  like(key: string): RegExp
  at(path: string): string
  button(where: Page | Locator, key: string): Locator
  field(where: Page | Locator, key: string): Locator
  /** Waits until the page has told it, politely. */
  told(page: Page, key: string, gaps?: Record<string, string>): Promise<void>
  /** Waits until the page has refused it, aloud. */
  refused(page: Page, key: string): Promise<void>
}

const wayOf = (language: Language, size: Size): Way => {
  const words = (key: string, gaps?: Record<string, string>) => say(language, key, gaps)
  return {
    language,
    size,
    say: words,
    like: (key) => like(language, key),
    at: (path) => pathIn(language, path),
    button: (where, key) => where.getByRole('button', { name: words(key), exact: true }),
    field: (where, key) => where.getByLabel(words(key), { exact: true }),
    told: (page, key, gaps) =>
      page
        .getByRole('status')
        .filter({ hasText: words(key, gaps) })
        .waitFor(),
    refused: (page, key) =>
      page
        .getByRole('alert')
        .filter({ hasText: words(key) })
        .waitFor()
  }
}

export const ALL_WAYS: Way[] = (Object.keys(SIZES) as Size[]).flatMap((size) =>
  LANGUAGES.map((language) => wayOf(language, size))
)

/**
 * The ways in which a walk is taken: the given ones, spread so that every language and size is met somewhere; with
 * `WALKS=all` in the environment every walk goes all six ways.
 */
export const ways = (...usual: `${Language} ${Size}`[]): Way[] =>
  ALL_WAYS.filter(
    ({ language, size }) => process.env.WALKS === 'all' || usual.includes(`${language} ${size}`)
  )
