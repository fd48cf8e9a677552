import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectOpenToAll, visit } from './browser.ts'
import { enter } from './people.ts'
import { carried, smallPicture } from './pictures.ts'
import { like, pathIn, say } from './words.ts'

const fi = (key: string, gaps?: Record<string, string>) => say('fi', key, gaps)
const button = (page: Page, key: string) => page.getByRole('button', { name: fi(key), exact: true })
const thumb = (page: Page, n: number, count: number) =>
  page.getByRole('button', { name: fi('composer_picture', { n: `${n}`, count: `${count}` }) })
const alt = (page: Page) => page.getByLabel(fi('composer_alt'), { exact: true }).filter({ visible: true })

/** Someone of the shop begins a post. */
async function beginPost(page: Page): Promise<void> {
  await enter(page, 'Sanna', 'fi')
  await page.goto(pathIn('fi', '/studio/compose'))
  await page.waitForURL(/\/studio\/posts\/\w/)
  await page.waitForLoadState('networkidle')
}

/** Three pictures in the three ways there are: chosen, dragged and pasted. */
async function addPictures(page: Page): Promise<void> {
  await page.getByLabel(fi('composer_drop')).setInputFiles(await smallPicture('chosen'))
  await thumb(page, 1, 1).waitFor()
  const dataTransfer = await carried(page, await smallPicture('dragged'))
  const place = page.getByRole('group', { name: fi('composer_add_pictures') })
  await place.dispatchEvent('dragover', { dataTransfer })
  await place.dispatchEvent('drop', { dataTransfer })
  await thumb(page, 2, 2).waitFor()
  const pasted = await carried(page, await smallPicture('pasted'))
  await page.evaluate((clipboardData) => {
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, pasted)
  await thumb(page, 3, 3).waitFor()
}

async function describePictures(page: Page, words: string[]): Promise<void> {
  for (const [i, text] of words.entries()) {
    await thumb(page, i + 1, words.length).click()
    await alt(page).fill(text)
  }
}

/** One product by pressing the picture and picking it, another with the keyboard alone. */
async function tagProducts(page: Page): Promise<void> {
  await thumb(page, 1, 3).click()
  const picture = page.getByRole('button', { name: fi('composer_canvas', { n: '1' }) })
  const { width, height } = (await picture.boundingBox())!
  await picture.click({ position: { x: width * 0.25, y: height * 0.4 } })
  const dialog = page.getByRole('dialog', { name: fi('composer_pick') })
  await dialog.getByRole('searchbox').fill('Gull mug')
  await dialog
    .getByRole('button', { name: /Gull mug/ })
    .first()
    .click()
  await dialog.waitFor({ state: 'hidden' })

  await picture.focus()
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
  await page.keyboard.press('Enter')
  // As fast as anyone types: what Enter picks is what was typed, though the answer is not there yet.
  await dialog.getByRole('searchbox').waitFor()
  await page.keyboard.type('coffee first')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
}

test(
  'a post of words and pictures, tagged by hand and by keyboard, is previewed, published and bought from',
  { timeout: 120_000 },
  async () => {
    const { page, close } = await visit('/', { size: 'desktop' })
    await beginPost(page)
    const title = `Satamassa tuulee ${Date.now().toString(36)}`
    await page.getByLabel(fi('composer_title')).fill(title)
    await page.getByLabel(fi('composer_say')).fill('Villaa päälle ja kuppi käteen. #TuuliSatamassa')
    await addPictures(page)
    await tagProducts(page)
    const campaign = page.getByLabel(fi('composer_campaign'))
    await campaign.selectOption({ index: 1 })
    const named = await campaign.locator('option:checked').innerText()

    await button(page, 'composer_publish').click()
    await page
      .getByRole('alert')
      .filter({ hasText: fi('refusal_alt_missing') })
      .waitFor()
    await describePictures(page, ['Lokkimuki laiturilla', 'Lippu tuulessa', 'Tyhjä tori aamulla'])
    const preview = page.getByRole('complementary', { name: fi('composer_preview') })
    await preview.getByText(title).waitFor()
    expect(await preview.locator('img[alt]:not([alt=""])').count()).toBe(3)
    expect(await preview.locator('[data-tag] > summary').count()).toBe(2)
    await expectOpenToAll(page, { dark: true })

    await button(page, 'composer_publish').click()
    await page.getByText(like('fi', 'composer_is_out')).first().waitFor()
    await page.goto(pathIn('fi', '/studio/posts'))
    const row = page.getByRole('row').filter({ hasText: title })
    expect(await row.innerText()).toContain(named)
    await expectOpenToAll(page)

    const shopper = await visit(pathIn('fi', '/'))
    const post = shopper.page.locator('article').filter({ hasText: title })
    await post.getByRole('img', { name: 'Lokkimuki laiturilla' }).waitFor()
    const tags = post.locator('[data-tag] > summary')
    expect(await tags.evaluateAll((all) => all.map((tag) => tag.ariaLabel))).toEqual([
      expect.stringMatching(/^Gull mug, /),
      expect.stringMatching(/^Coffee first tee, /)
    ])
    await tags.first().click()
    await post
      .getByRole('button', { name: fi('ui_buy') })
      .first()
      .click()
    await shopper.page.waitForURL(/\/checkout\//)
    await shopper.page.getByText('Gull mug').first().waitFor()
    await shopper.close()
    await close()
  }
)

test('a post that waits says when it goes out and stays off the square; it can become a draft again', async () => {
  const { page, close } = await visit('/')
  await beginPost(page)
  const title = `Huomenna ${Date.now().toString(36)}`
  await page.getByLabel(fi('composer_title')).fill(title)
  await page.getByText(fi('composer_schedule'), { exact: true }).first().click()
  await page.getByLabel(like('fi', 'composer_schedule_at')).fill('2020-01-01T09:00')
  await button(page, 'composer_schedule').click()
  await page
    .getByRole('alert')
    .filter({ hasText: fi('refusal_time_past') })
    .waitFor()
  await page.getByLabel(like('fi', 'composer_schedule_at')).fill('2036-03-04T09:30')
  await button(page, 'composer_schedule').click()
  const waits = page.getByText(/4\..*2036.*9\.30/).first()
  await waits.waitFor()
  await expectOpenToAll(page)
  await page.goto(pathIn('fi', '/studio/posts?state=scheduled'))
  const row = page.getByRole('row').filter({ hasText: title })
  expect(await row.innerText()).toMatch(/4\..*2036.*9\.30/)
  await expectOpenToAll(page)
  const id = await row.getByRole('link').first().getAttribute('href')
  await page.goto(pathIn('fi', '/'))
  await page.locator('article').first().waitFor()
  expect(await page.getByText(title).count()).toBe(0)
  await page.goto(id!)
  await page.waitForLoadState('networkidle')
  await button(page, 'composer_unschedule').click()
  await button(page, 'composer_save_draft').waitFor()
  await close()
})
