import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectOpenToAll, visit } from './browser.ts'
import { enter } from './people.ts'
import { smallPicture } from './pictures.ts'
import { newerFile, OLDER_GOODS, olderFile } from './product-files.ts'
import { ways, type Way } from './ways.ts'

/** Something no other run has named. */
const newStamp = () => Date.now().toString(36)

async function bringIn(page: Page, way: Way, file: ReturnType<typeof olderFile>): Promise<void> {
  await page.goto(way.at('/studio/imports'))
  await page.waitForLoadState('networkidle')
  await page.getByLabel(way.say('imports_file')).setInputFiles(file)
  await way.button(page, 'imports_start').click()
  await page.getByRole('heading', { level: 1, name: file.name }).waitFor()
  await page.getByText(way.say('preview_lead'), { exact: true }).waitFor()
  await expectOpenToAll(page)
  await way.button(page, 'preview_start').click()
}

/** What the import came to: created, changed, unchanged, left out. */
async function sums(page: Page, way: Way): Promise<string[]> {
  await page.getByText(way.say('imports_state_done'), { exact: true }).waitFor({ timeout: 40_000 })
  return page.locator('main dd.n').allInnerTexts()
}

/** What a link hands over as a file. */
async function download(page: Page, words: string): Promise<string> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: words }).click()
  return readFile(await (await downloading).path(), 'utf8')
}

async function openProduct(page: Page, way: Way, title: string): Promise<void> {
  await page.goto(way.at('/studio/products'))
  await page.getByRole('searchbox', { name: way.say('goods_find') }).fill(title)
  await way.button(page, 'goods_find_button').click()
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.waitForLoadState('networkidle')
}

const column = (page: Page, way: Way, key: string, variant: string) =>
  page.getByLabel(`${way.say(key)}, ${variant}`, { exact: true })

test.for(ways('en desktop'))(
  'the owner brings in a Shopify file of either kind, watches it, and reads what was left out and why: $language, $size',
  async (way) => {
    const stamp = newStamp()
    const { page, close } = await visit('/', way)
    await enter(page, 'aino')

    await bringIn(page, way, olderFile(stamp))
    await page.getByRole('progressbar').waitFor()
    expect(await sums(page, way)).toEqual([String(OLDER_GOODS), '0', '0', '1'])
    const wrong = page.getByRole('row').filter({ hasText: `${stamp}-crate-${OLDER_GOODS}` })
    expect(await wrong.innerText()).toContain(way.say('import_problem_bad_amount'))
    expect(await wrong.innerText()).toContain('a handful')
    await expectOpenToAll(page)

    const problems = await download(page, way.say('imports_download'))
    expect(problems).toContain(`${stamp}-crate-${OLDER_GOODS}`)
    expect(problems).toContain(way.say('import_problem_bad_amount'))

    const left = await download(page, way.say('imports_left_download'))
    expect(left.trim().split('\r\n')).toHaveLength(2)
    expect(left).toContain(way.say('import_problem_bad_amount'))
    const mended = Buffer.from(left.replace('"a handful"', '"12.50"'))
    await bringIn(page, way, { name: `mended-${stamp}.csv`, mimeType: 'text/csv', buffer: mended })
    expect(await sums(page, way)).toEqual(['1', '0', '0', '0'])
    expect(await page.getByText(way.say('imports_problems')).count()).toBe(0)

    await bringIn(page, way, newerFile(stamp))
    expect(await sums(page, way)).toEqual(['2', '0', '0', '1'])
    expect(await page.getByRole('table').innerText()).toContain(way.say('import_problem_missing_title'))
    await bringIn(page, way, newerFile(stamp))
    expect(await sums(page, way)).toEqual(['0', '0', '2', '1'])
    await bringIn(page, way, newerFile(stamp, '45.00'))
    expect(await sums(page, way)).toEqual(['0', '1', '1', '1'])

    await page.goto(way.at('/studio/imports'))
    expect(
      await page
        .getByRole('row')
        .filter({ hasText: `newer-${stamp}.csv` })
        .count()
    ).toBe(3)
    await expectOpenToAll(page)
    await close()
  }
)

test.for(ways('fi desktop'))(
  'what the owner changes in a product is what the square shows: $language, $size',
  async (way) => {
    const stamp = newStamp()
    const { page, close } = await visit('/', way)
    await enter(page, 'aino')
    await bringIn(page, way, newerFile(stamp))
    expect(await sums(page, way)).toEqual(['2', '0', '0', '1'])

    await openProduct(page, way, `Scarf ${stamp}`)
    const title = `Shawl ${stamp}`
    await way.field(page, 'goods_name').fill(title)
    await page.getByLabel(way.say('goods_option_values')).first().fill('Moss, Rust, Sky')
    await way.button(page, 'goods_make_variants').click()
    await column(page, way, 'goods_price', 'Sky').fill('41.50')
    await column(page, way, 'goods_price', 'Moss').fill('29.00')
    await column(page, way, 'goods_compare_at', 'Moss').fill('35.00')
    await column(page, way, 'goods_stock', 'Sky').fill('3')
    await column(page, way, 'goods_stock', 'Rust').fill('0')
    const picture = await smallPicture('shawl')
    await page.getByLabel(way.say('pictures_add')).setInputFiles(picture)
    await page.getByLabel(way.say('goods_picture_alt')).fill('A shawl on a peg')
    await expectOpenToAll(page, { dark: true })
    await way.button(page, 'goods_save').click()
    await way.told(page, 'goods_saved')
    await page.getByRole('heading', { level: 1, name: title }).waitFor()

    await page.getByRole('link', { name: way.say('goods_see') }).click()
    await page.waitForURL(/\/products\//)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByRole('img', { name: 'A shawl on a peg' }).first().waitFor()
    const shown = page.locator('[data-offer]:not([hidden]) data').first()
    await page.locator('.pick').filter({ hasText: 'Sky' }).click()
    await expect.poll(() => shown.getAttribute('value')).toBe('4150')
    await page.locator('.pick').filter({ hasText: 'Moss' }).click()
    await expect.poll(() => shown.getAttribute('value')).toBe('2900')
    await page.locator('.pick').filter({ hasText: 'Rust' }).click()
    await page.getByText(way.say('product_choice_sold_out')).waitFor()
    expect(await way.button(page, 'ui_buy').isDisabled()).toBe(true)

    await page.goto(way.at('/studio/products'))
    await expectOpenToAll(page)
    await close()
  }
)

test.for(ways('nb phone'))('the owner puts a price and a stock right: $language, $size', async (way) => {
  const stamp = newStamp()
  const { page, close } = await visit('/', way)
  await enter(page, 'aino')
  await bringIn(page, way, newerFile(stamp))
  expect(await sums(page, way)).toEqual(['2', '0', '0', '1'])
  await expectOpenToAll(page)
  await openProduct(page, way, `Lamp ${stamp}`)
  await way.field(page, 'goods_price').fill('47.90')
  await way.field(page, 'goods_stock').fill('0')
  await expectOpenToAll(page)
  await way.button(page, 'goods_save').click()
  await way.told(page, 'goods_saved_no_stock')
  await page.getByRole('link', { name: way.say('goods_see') }).click()
  await page.waitForURL(/\/products\//)
  expect(await page.locator('[data-offer]:not([hidden]) data').first().getAttribute('value')).toBe('4790')
  await page.getByText(way.say('product_sold_out_text')).first().waitFor()
  await close()
})
