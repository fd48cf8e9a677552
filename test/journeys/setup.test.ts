import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, startServer, type RunningServer } from '../server.ts'
import { expectOpenToAll, visit } from './browser.ts'
import { newerFile } from './product-files.ts'
import { say } from './words.ts'

const nb = (key: string, gaps?: Record<string, string>) => say('nb', key, gaps)
const button = (page: Page, key: string) => page.getByRole('button', { name: nb(key), exact: true })
const field = (page: Page, key: string) => page.getByLabel(nb(key), { exact: true })

const data = dataFolder()
let empty: RunningServer

beforeAll(async () => {
  empty = await startServer({ DATA_DIR: data.path })
})
afterAll(async () => {
  await empty.stop()
  await data.remove()
})

test('an empty installation becomes a shop in three steps, and what it imports and adds is on its square', async () => {
  const { page, close } = await visit('/', { market: empty.url, locale: 'nb-NO' })
  await page.waitForURL(/\/setup$/)
  expect(await page.locator('html').getAttribute('lang')).toBe('nb')
  await page.waitForLoadState('networkidle')
  await expectOpenToAll(page)
  await field(page, 'door_name').fill('Ingrid Solberg')
  await field(page, 'door_email').fill('ingrid@example.no')
  await field(page, 'door_password').fill('kort')
  await button(page, 'setup_next').click()
  expect(page.url()).toMatch(/\/setup$/)
  await field(page, 'door_password').fill('fire kopper kaffe')
  await button(page, 'setup_next').click()

  await page.waitForURL(/\/setup\/shop$/)
  await page.waitForLoadState('networkidle')
  await expectOpenToAll(page)
  expect(await field(page, 'shop_country').inputValue()).toBe('NO')
  expect(await field(page, 'shop_currency').inputValue()).toBe('NOK')
  await field(page, 'shop_name').fill('Brygga')
  await button(page, 'setup_open').click()

  await page.getByRole('heading', { level: 1, name: nb('setup_goods_title', { shop: 'Brygga' }) }).waitFor()
  await expectOpenToAll(page, { dark: true })
  await page.goto('/studio')
  await page.getByRole('heading', { level: 1, name: nb('opening_title') }).waitFor()
  await page.getByText(nb('opening_done', { done: '0', all: '4' })).waitFor()
  await expectOpenToAll(page, { dark: true })
  await page.getByRole('link', { name: nb('goods_import') }).click()
  await page.waitForURL(/\/studio\/imports$/)
  await page.waitForLoadState('networkidle')
  await field(page, 'imports_file').setInputFiles(newerFile('brygga'))
  await button(page, 'imports_start').click()
  await button(page, 'preview_start').click()
  await page.getByText(nb('imports_state_done'), { exact: true }).waitFor({ timeout: 40_000 })

  await page.goto('/setup/goods')
  await page.getByRole('link', { name: nb('setup_add') }).click()
  await page.waitForURL(/\/studio\/products\/new$/)
  await page.waitForLoadState('networkidle')
  await field(page, 'goods_name').fill('Strikket grytelapp')
  await field(page, 'goods_price').fill('129')
  await field(page, 'goods_stock').fill('5')
  await expectOpenToAll(page)
  await button(page, 'goods_do_active').click()
  await page
    .getByRole('status')
    .filter({ hasText: nb('goods_saved') })
    .waitFor()

  await page.goto('/products')
  for (const title of ['Strikket grytelapp', 'Lamp brygga', 'Scarf brygga'])
    await page.getByRole('link', { name: title }).first().waitFor()
  expect(await page.locator('main').innerText()).toContain('kr')
  await page.goto('/setup')
  expect(new URL(page.url()).pathname).toBe('/')
  const passerBy = await visit('/', { market: empty.url, locale: 'nb-NO' })
  await passerBy.page.getByText(nb('feed_empty_text')).waitFor()
  expect(await passerBy.page.getByRole('link', { name: nb('opening_post') }).count()).toBe(0)
  await passerBy.close()
  await page.getByRole('link', { name: nb('opening_post') }).click()
  await page.waitForURL(/\/studio\/posts\//)
  await page.goto('/studio')
  await page.getByText(nb('opening_done', { done: '1', all: '4' })).waitFor()

  await page.getByRole('link', { name: nb('delivery_title') }).click()
  await button(page, 'delivery_first_right').click()
  await page
    .getByRole('status')
    .filter({ hasText: nb('delivery_saved') })
    .waitFor()
  expect(await button(page, 'delivery_first_right').count()).toBe(0)
  await page.goto('/studio')
  await page.getByText(nb('opening_done', { done: '2', all: '4' })).waitFor()
  await close()
})
