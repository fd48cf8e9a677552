import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { FORM_BYTES } from '#platform/http/form-bytes.ts'
import { expectOpenToAll, visit } from './browser.ts'
import { enter } from './people.ts'
import { carried, smallPicture } from './pictures.ts'
import { ways, type Way } from './ways.ts'

const thumb = (page: Page, way: Way, n: number, count: number) =>
  page.getByRole('button', { name: way.say('composer_picture', { n: `${n}`, count: `${count}` }) })
const alt = (page: Page, way: Way) => way.field(page, 'composer_alt').filter({ visible: true })

/** Someone of the shop begins a post. */
async function beginPost(page: Page, way: Way): Promise<void> {
  await enter(page, 'sanna')
  await page.goto(way.at('/studio/compose'))
  await page.waitForURL(/\/studio\/posts\/\w/)
  await page.waitForLoadState('networkidle')
}

/** Three pictures in the three ways there are: chosen, dragged and pasted. */
async function addPictures(page: Page, way: Way): Promise<void> {
  await page.getByLabel(way.say('composer_drop')).setInputFiles(await smallPicture('chosen'))
  await thumb(page, way, 1, 1).waitFor()
  const dataTransfer = await carried(page, await smallPicture('dragged'))
  const place = page.getByRole('group', { name: way.say('pictures_add') })
  await place.dispatchEvent('dragover', { dataTransfer })
  await place.dispatchEvent('drop', { dataTransfer })
  await thumb(page, way, 2, 2).waitFor()
  const pasted = await carried(page, await smallPicture('pasted'))
  await page.evaluate((clipboardData) => {
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, pasted)
  await thumb(page, way, 3, 3).waitFor()
}

async function describePictures(page: Page, way: Way, words: string[]): Promise<void> {
  for (const [i, text] of words.entries()) {
    await thumb(page, way, i + 1, words.length).click()
    await alt(page, way).fill(text)
  }
}

/** One product by pressing the picture and picking it, another with the keyboard alone. */
async function tagProducts(page: Page, way: Way): Promise<void> {
  await thumb(page, way, 1, 3).click()
  const picture = page.getByRole('button', { name: way.say('composer_canvas', { n: '1' }) })
  const { width, height } = (await picture.boundingBox())!
  await picture.click({ position: { x: width * 0.25, y: height * 0.4 } })
  const dialog = page.getByRole('dialog', { name: way.say('composer_pick') })
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

test.for(ways('fi desktop'))(
  'a post of words and pictures, tagged by hand and by keyboard, is previewed, published and bought from: $language, $size',
  { timeout: 120_000 },
  async (way) => {
    const { page, close } = await visit('/', way)
    await beginPost(page, way)
    const title = `Satamassa tuulee ${Date.now().toString(36)}`
    await page.getByLabel(way.say('composer_title')).fill(title)
    await page.getByLabel(way.say('composer_say')).fill('Villaa päälle ja kuppi käteen. #TuuliSatamassa')
    await addPictures(page, way)
    await tagProducts(page, way)
    const campaign = page.getByLabel(way.say('composer_campaign'))
    await campaign.selectOption({ index: 1 })
    const named = await campaign.locator('option:checked').innerText()

    await way.button(page, 'composer_publish').click()
    await way.refused(page, 'refusal_alt_missing')
    await describePictures(page, way, ['Lokkimuki laiturilla', 'Lippu tuulessa', 'Tyhjä tori aamulla'])
    const preview = page.getByRole('complementary', { name: way.say('composer_preview') })
    await preview.getByText(title).waitFor()
    expect(await preview.locator('img[alt]:not([alt=""])').count()).toBe(3)
    expect(await preview.locator('[data-tag] > summary').count()).toBe(2)
    await expectOpenToAll(page, { dark: true })

    await way.button(page, 'composer_publish').click()
    await page.getByText(way.like('composer_is_out')).first().waitFor()
    await page.goto(way.at('/studio/posts'))
    const row = page.getByRole('row').filter({ hasText: title })
    expect(await row.innerText()).toContain(named)
    await expectOpenToAll(page)

    const shopper = await visit(way.at('/'), way)
    const post = shopper.page.locator('article').filter({ hasText: title })
    await post.getByRole('img', { name: 'Lokkimuki laiturilla' }).waitFor()
    const tags = post.locator('[data-tag] > summary')
    expect(await tags.evaluateAll((all) => all.map((tag) => tag.ariaLabel))).toEqual([
      expect.stringMatching(/^Gull mug, /),
      expect.stringMatching(/^Coffee first tee, /)
    ])
    await tags.first().click()
    await post
      .getByRole('button', { name: way.say('ui_buy') })
      .first()
      .click()
    await shopper.page.waitForURL(/\/checkout\//)
    await shopper.page.getByText('Gull mug').first().waitFor()
    await shopper.close()
    await close()
  }
)

test.for(ways('fi phone'))(
  'a post that waits says when it goes out and stays off the square, and can be a draft again: $language, $size',
  async (way) => {
    const { page, close } = await visit('/', way)
    await beginPost(page, way)
    const title = `Huomenna ${Date.now().toString(36)}`
    const conflicts: string[] = []
    page.on('response', (answer) => void (answer.status() === 409 && conflicts.push(answer.url())))
    await page.getByLabel(way.say('composer_title')).fill(title)
    await page.getByText(way.say('composer_schedule'), { exact: true }).first().click()
    await page.getByLabel(way.like('composer_schedule_at')).fill('2020-01-01T09:00')
    await way.button(page, 'composer_schedule').click()
    await way.refused(page, 'refusal_time_past')
    await page.getByLabel(way.like('composer_schedule_at')).fill('2036-03-04T09:30')
    await way.button(page, 'composer_schedule').click()
    const waits = page.getByText(/4\D.*2036.*9[.:]30/).first()
    await waits.waitFor()
    await expectOpenToAll(page)
    await page.goto(way.at('/studio/posts?state=scheduled'))
    const row = page.getByRole('row').filter({ hasText: title })
    expect(await row.innerText()).toMatch(/4\D.*2036.*9[.:]30/)
    await expectOpenToAll(page)
    const id = await row.getByRole('link').first().getAttribute('href')
    await page.goto(way.at('/'))
    await page.locator('article').first().waitFor()
    expect(await page.getByText(title).count()).toBe(0)
    await page.goto(id!)
    await page.waitForLoadState('networkidle')
    await way.button(page, 'composer_unschedule').click()
    await way.button(page, 'composer_save_draft').waitFor()
    expect(conflicts).toEqual([])
    await close()
  }
)

test.for(ways('nb phone'))(
  'without a script a post keeps its words while pictures come and go, and is tagged and published: $language, $size',
  async (way) => {
    const { page, close } = await visit('/', { ...way, javaScript: false })
    await enter(page, 'sanna')
    await page.goto(way.at('/studio/compose'))
    const title = `Stille morgen ${Date.now().toString(36)}`
    await way.field(page, 'composer_title').fill(title)
    await way.field(page, 'composer_say').fill('Ingen skript, bare sild.')
    const heavy = { name: 'heavy.png', mimeType: 'image/png', buffer: Buffer.alloc(FORM_BYTES) }
    await page.locator('input[name=pictures]').setInputFiles(heavy)
    await way.button(page, 'pictures_add').click()
    await page.getByRole('heading', { name: way.say('error_413_title') }).waitFor()
    await page.goBack()
    const add = async (...names: string[]) => {
      const files = await Promise.all(names.map(smallPicture))
      await page.locator('input[name=pictures]').setInputFiles(files)
      await way.button(page, 'pictures_add').click()
    }
    await add(`a ${title}`, `b ${title}`)
    await add(`c ${title}`)
    expect(await way.field(page, 'composer_say').inputValue()).toBe('Ingen skript, bare sild.')
    expect(await alt(page, way).count()).toBe(3)
    for (const [i, words] of ['Første', 'Andre', 'Tredje'].entries()) await alt(page, way).nth(i).fill(words)
    await page.locator('input[name=drop]').first().check()
    await way.button(page, 'composer_save_draft').click()
    expect(
      await alt(page, way).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
    ).toEqual(['Andre', 'Tredje'])
    await page.getByRole('link', { name: way.say('composer_tag_add') }).click()
    await page.locator('select[name=tag-product]').selectOption({ label: 'Gull mug' })
    await way.button(page, 'composer_publish').click()
    await page.getByText(way.like('composer_is_out')).first().waitFor()
    await way.field(page, 'pictures_new_alt').fill('Fjerde')
    await add(`d ${title}`)
    expect(await alt(page, way).count()).toBe(3)
    await way.field(page, 'pictures_new_alt').fill('Mange')
    await add(...Array.from({ length: 8 }, (_, i) => `${i} ${title}`))
    await way.refused(page, 'refusal_too_many_pictures')
    expect(await alt(page, way).count()).toBe(10)

    await page.goto(way.at('/'))
    const post = page.locator('article').filter({ hasText: title })
    for (const name of ['Andre', 'Fjerde'])
      await post.getByRole('img', { name }).waitFor({ state: 'attached' })
    expect(await post.locator('[data-tag] > summary').count()).toBe(1)
    await close()
  }
)
