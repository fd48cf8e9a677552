import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeProblems, visit } from './browser.ts'
import { enter } from './people.ts'

/** Every page of the studio as its owner meets it; `@` leads on to the first page of that kind in a list. */
const PAGES = [
  '/studio/results',
  '/studio/results?by=campaign&all=',
  '@ /studio/results tbody a[href*="/results/post/"]',
  '/studio/posts',
  '@ /studio/posts?state=published tbody a[href*="/posts/"]',
  '/studio/campaigns',
  '/studio/links',
  '/studio/coupons',
  '/studio/products',
  '/studio/products/new',
  '@ /studio/products tbody a[href*="/products/"]',
  '/studio/collections',
  '/studio/imports',
  '/studio/orders',
  '@ /studio/orders tbody a[href*="/orders/"]',
  '@ /studio/orders?filter=unsent tbody a[href*="/orders/"]',
  '/studio/people',
  '/studio/settings',
  '/studio/settings/shipping'
]

async function open(page: Page, place: string): Promise<void> {
  const [lead, list, ...link] = place.split(' ')
  await page.goto(lead === '@' ? list! : place)
  if (lead !== '@') return
  await page.goto((await page.locator(link.join(' ')).first().getAttribute('href'))!)
}

/**
 * What is wrong with the page on a phone: that it moves sideways; that something to press is smaller than a thumb (a box
 * or a row to choose is as large as the label around it); that a cell of a card does not say what it is.
 */
const misfits = (page: Page) =>
  page.evaluate(() => {
    const seen = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((one) =>
        one.checkVisibility({ visibilityProperty: true })
      )
    const told = (what: string, element: Element) => `${what}: ${element.outerHTML.slice(0, 140)}`
    const wide = document.documentElement.scrollWidth - window.innerWidth
    const small = seen('main :is(button:not(.sr), summary, input, select, .btn, .chip[href])')
      .map((element) => element.closest('label') ?? element)
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect()
        return width > 1 && (width < 43.5 || height < 43.5)
      })
    const nameless = seen('table.cards td').filter(
      (cell) => !cell.matches('[data-label], .tick, .acts, .wide, [colspan]') && cell.textContent?.trim()
    )
    return [
      ...(wide > 0 ? [`${wide} px too wide`] : []),
      ...small.map((element) => told('too small', element)),
      ...nameless.map((cell) => told('a cell without a name', cell))
    ]
  })

test('every page of the studio fits a phone and a thumb, and all can use it, light and dark', async () => {
  const { page, close } = await visit('/sign-in', { size: 'phone' })
  await enter(page, 'Aino')
  const found: string[] = []
  for (const place of PAGES) {
    await open(page, place)
    found.push(...(await misfits(page)).map((words) => `${place}: ${words}`))
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      found.push(...(await axeProblems(page)).map((words) => `${place}, ${colorScheme}: ${words}`))
    }
  }
  expect(found).toEqual([])
  await close()
}, 180_000)
