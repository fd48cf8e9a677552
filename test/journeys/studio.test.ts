import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeProblems, visit } from './browser.ts'
import { enter } from './people.ts'
import { newerFile } from './product-files.ts'
import { pathIn, say } from './words.ts'

const en = (key: string, gaps?: Record<string, string>) => say('en', key, gaps)

/** The language whose words need the most room. */
const LONGEST = 'fi'

/** Every page of the studio as its owner meets it; `@` leads on to the first page of that kind in a list. */
const PAGES = [
  '/studio/results',
  '/studio/results?by=campaign&all=',
  '@ /studio/results tbody a[href*="/results/post/"]',
  '/studio/compose',
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
  '@ /studio/imports tbody a[href*="/imports/"]',
  '/studio/orders',
  '@ /studio/orders tbody a[href*="/orders/"]',
  '@ /studio/orders?filter=unsent tbody a[href*="/orders/"]',
  '/studio/people',
  '/studio/settings',
  '/studio/settings/shipping',
  '/studio/settings/keys',
  '/studio/settings/webhooks'
]

async function open(page: Page, place: string): Promise<void> {
  const [lead, list, ...link] = place.split(' ')
  await page.goto(pathIn(LONGEST, lead === '@' ? list! : place))
  if (lead !== '@') return
  await page.goto((await page.locator(link.join(' ')).first().getAttribute('href'))!)
}

async function bringIn(page: Page, file: ReturnType<typeof newerFile>): Promise<void> {
  await open(page, '/studio/imports')
  await page.waitForLoadState('networkidle')
  await page.getByLabel(say(LONGEST, 'imports_file')).setInputFiles(file)
  await page.getByRole('button', { name: say(LONGEST, 'imports_start'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: file.name }).waitFor()
  await page.getByRole('button', { name: say(LONGEST, 'preview_start'), exact: true }).click()
  await page.getByText(say(LONGEST, 'imports_state_done'), { exact: true }).waitFor({ timeout: 40_000 })
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
  const { page, close } = await visit('/')
  await enter(page, 'aino')
  await bringIn(page, newerFile('fit'))
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

test('what cannot be undone is asked about first, by mouse and by keys', async () => {
  const { page, close } = await visit('/', { size: 'desktop' })
  await enter(page, 'aino')
  await page.goto('/studio/settings/shipping')
  await page.waitForLoadState('networkidle')
  const name = `Far away ${Date.now().toString(36)}`
  const made = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: en('delivery_zone_new') }) })
  await made.getByLabel(en('delivery_zone_name')).fill(name)
  await made.getByLabel(en('delivery_zone_countries')).fill('NZ')
  await made.getByRole('button').click()
  const zone = page.locator('section').filter({ has: page.getByRole('heading', { name }) })
  await zone.getByText(en('delivery_zone_edit')).click()
  const remove = zone.getByRole('button', { name: en('delivery_zone_remove') })

  await remove.click()
  const question = page.getByRole('dialog', { name: en('confirm_zone', { zone: name }) })
  await question.waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'hidden' })
  expect(await remove.evaluate((button) => document.activeElement === button)).toBe(true)
  await page.keyboard.press('Enter')
  await question.getByRole('button', { name: en('ui_keep') }).click()
  await question.waitFor({ state: 'hidden' })
  expect(await zone.count()).toBe(1)

  await remove.click()
  await question.getByRole('button', { name: en('delivery_zone_remove') }).click()
  await zone.waitFor({ state: 'detached' })
  await close()
})

test('the menu and the dates of a phone make way once they led somewhere', async () => {
  const { page, close } = await visit('/')
  await enter(page, 'aino')
  await page.goto('/studio/orders')
  await page.waitForLoadState('networkidle')
  const menu = page.getByRole('navigation', { name: en('studio_label') })
  await page.getByRole('button', { name: en('studio_menu'), exact: true }).tap()
  await menu.getByRole('link', { name: en('studio_results'), exact: true }).tap()
  await page.waitForURL(/\/results/)
  await menu.waitFor({ state: 'hidden' })
  await page.getByText(en('results_dates'), { exact: true }).tap()
  await page.getByLabel(en('results_from'), { exact: true }).fill('2026-01-05')
  const show = page.getByRole('button', { name: en('results_show'), exact: true })
  await show.tap()
  await page.waitForURL(/from=2026-01-05/)
  await show.waitFor({ state: 'hidden' })
  await close()
})
