import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectOpenToAll, visit } from './browser.ts'
import { enter } from './people.ts'
import { smallPicture } from './pictures.ts'
import { newerFile, OLDER_GOODS, olderFile } from './product-files.ts'
import { say } from './words.ts'

const en = (key: string, gaps?: Record<string, string>) => say('en', key, gaps)
const button = (page: Page, key: string) => page.getByRole('button', { name: en(key), exact: true })

/** Something no other run has named. */
const newStamp = () => Date.now().toString(36)

async function bringIn(page: Page, file: ReturnType<typeof olderFile>): Promise<void> {
  await page.goto('/studio/imports')
  await page.waitForLoadState('networkidle')
  await page.getByLabel(en('imports_file')).setInputFiles(file)
  await button(page, 'imports_start').click()
  await page.getByRole('heading', { level: 1, name: file.name }).waitFor()
}

/** What the import came to: created, changed, unchanged, left out. */
async function sums(page: Page): Promise<string[]> {
  await page.getByText(en('imports_state_done'), { exact: true }).waitFor({ timeout: 40_000 })
  return page.locator('main dd.n').allInnerTexts()
}

/** What a link hands over as a file. */
async function download(page: Page, words: string): Promise<string> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: en(words) }).click()
  return readFile(await (await downloading).path(), 'utf8')
}

async function openProduct(page: Page, title: string): Promise<void> {
  await page.goto('/studio/products')
  await page.getByRole('searchbox', { name: en('goods_find') }).fill(title)
  await button(page, 'goods_find_button').click()
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.waitForLoadState('networkidle')
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })

test('the owner brings in a Shopify file of either kind, watches it, and reads what was left out and why', async () => {
  const stamp = newStamp()
  const { page, close } = await visit('/sign-in', { size: 'desktop' })
  await enter(page, 'Aino')

  await bringIn(page, olderFile(stamp))
  await page.getByRole('progressbar').waitFor()
  expect(await sums(page)).toEqual([String(OLDER_GOODS), '0', '0', '1'])
  const wrong = page.getByRole('row').filter({ hasText: `${stamp}-crate-${OLDER_GOODS}` })
  expect(await wrong.innerText()).toContain(en('import_problem_bad_amount'))
  expect(await wrong.innerText()).toContain('a handful')
  await expectOpenToAll(page)

  const problems = await download(page, 'imports_download')
  expect(problems).toContain(`${stamp}-crate-${OLDER_GOODS}`)
  expect(problems).toContain(en('import_problem_bad_amount'))

  const left = await download(page, 'imports_left_download')
  expect(left.trim().split('\r\n')).toHaveLength(2)
  expect(left).toContain(en('import_problem_bad_amount'))
  const mended = Buffer.from(left.replace('"a handful"', '"12.50"'))
  await bringIn(page, { name: `mended-${stamp}.csv`, mimeType: 'text/csv', buffer: mended })
  expect(await sums(page)).toEqual(['1', '0', '0', '0'])
  expect(await page.getByText(en('imports_problems')).count()).toBe(0)

  await bringIn(page, newerFile(stamp))
  expect(await sums(page)).toEqual(['2', '0', '0', '1'])
  expect(await page.getByRole('table').innerText()).toContain(en('import_problem_missing_title'))
  await bringIn(page, newerFile(stamp))
  expect(await sums(page)).toEqual(['0', '0', '2', '1'])
  await bringIn(page, newerFile(stamp, '45.00'))
  expect(await sums(page)).toEqual(['0', '1', '1', '1'])

  await page.goto('/studio/imports')
  expect(
    await page
      .getByRole('row')
      .filter({ hasText: `newer-${stamp}.csv` })
      .count()
  ).toBe(3)
  await expectOpenToAll(page)
  await close()
})

test('what the owner changes in a product is what the square shows', async () => {
  const stamp = newStamp()
  const { page, close } = await visit('/sign-in', { size: 'desktop' })
  await enter(page, 'Aino')
  await bringIn(page, newerFile(stamp))
  expect(await sums(page)).toEqual(['2', '0', '0', '1'])

  await openProduct(page, `Scarf ${stamp}`)
  const title = `Shawl ${stamp}`
  await field(page, en('goods_name')).fill(title)
  await page.getByLabel(en('goods_option_values')).first().fill('Moss, Rust, Sky')
  await button(page, 'goods_make_variants').click()
  await field(page, `${en('goods_price')}, Sky`).fill('41.50')
  await field(page, `${en('goods_price')}, Moss`).fill('29.00')
  await field(page, `${en('goods_compare_at')}, Moss`).fill('35.00')
  await field(page, `${en('goods_stock')}, Sky`).fill('3')
  await field(page, `${en('goods_stock')}, Rust`).fill('0')
  const picture = await smallPicture('shawl')
  await page.getByLabel(en('goods_pictures_add')).setInputFiles(picture)
  await page.getByLabel(en('goods_picture_alt')).fill('A shawl on a peg')
  await expectOpenToAll(page, { dark: true })
  await button(page, 'goods_save').click()
  await page
    .getByRole('status')
    .filter({ hasText: en('goods_saved') })
    .waitFor()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()

  await page.getByRole('link', { name: en('goods_see') }).click()
  await page.waitForURL(/\/products\//)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.getByRole('img', { name: 'A shawl on a peg' }).waitFor()
  const shown = page.locator('[data-offer]:not([hidden]) data').first()
  await page.locator('.pick').filter({ hasText: 'Sky' }).click()
  await expect.poll(() => shown.getAttribute('value')).toBe('4150')
  await page.locator('.pick').filter({ hasText: 'Moss' }).click()
  await expect.poll(() => shown.getAttribute('value')).toBe('2900')
  await page.locator('.pick').filter({ hasText: 'Rust' }).click()
  await page.getByText(en('product_choice_sold_out')).waitFor()
  expect(await button(page, 'ui_buy').isDisabled()).toBe(true)

  await page.goto('/studio/products')
  await expectOpenToAll(page)
  await close()
})

test('on a phone the owner puts a price and a stock right', async () => {
  const stamp = newStamp()
  const { page, close } = await visit('/sign-in')
  await enter(page, 'Aino')
  await bringIn(page, newerFile(stamp))
  expect(await sums(page)).toEqual(['2', '0', '0', '1'])
  await expectOpenToAll(page)
  await openProduct(page, `Lamp ${stamp}`)
  await field(page, en('goods_price')).fill('47.90')
  await field(page, en('goods_stock')).fill('0')
  await expectOpenToAll(page)
  await button(page, 'goods_save').click()
  await page
    .getByRole('status')
    .filter({ hasText: en('goods_saved_no_stock') })
    .waitFor()
  await page.getByRole('link', { name: en('goods_see') }).click()
  await page.waitForURL(/\/products\//)
  expect(await page.locator('[data-offer]:not([hidden]) data').first().getAttribute('value')).toBe('4790')
  await page.getByText(en('product_sold_out_text')).first().waitFor()
  await close()
})
