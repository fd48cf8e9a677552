import { XMLParser } from 'fast-xml-parser'
import { expect, inject, test } from 'vitest'
import { expectOpenToAll, visit } from './browser.ts'
import { enter } from './people.ts'
import { desk } from './studio.ts'
import { say } from './words.ts'

type Item = Record<'g:id' | 'g:link' | 'g:availability', string>

const itemsOf = (text: string): Item[] =>
  new XMLParser({ isArray: (name) => name === 'item' }).parse(text).rss.channel.item

test('a marketer makes a feed, sees what is left out, and who comes by it is counted', async () => {
  const bare = await desk().sell({ title: `Unseen ${Date.now()}`, price: '12.00', pieces: 3 })
  const { page, close } = await visit('/', { size: 'phone' })
  await enter(page, 'sanna')
  await page.goto('/studio/feeds')
  await expectOpenToAll(page)
  const name = `Feed ${Date.now()}`
  await page.getByLabel(say('en', 'feeds_name')).fill(name)
  await page.getByRole('button', { name: say('en', 'feeds_make') }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByRole('button', { name: say('en', 'feeds_look') }).click()
  const line = page.getByRole('row').filter({ hasText: bare.title })
  await line.getByText(say('en', 'feeds_problem_picture_missing')).waitFor()
  await expectOpenToAll(page, { dark: true })
  const address = await page.getByRole('link', { name: /\/feeds\/[a-z0-9]{32}\.xml$/ }).getAttribute('href')
  const items = itemsOf(await (await fetch(new URL(address!).pathname.replace(/^/, inject('market')))).text())
  expect(items.length).toBeGreaterThan(100)
  const reader = await visit(new URL(items[0]!['g:link']).pathname + new URL(items[0]!['g:link']).search)
  expect(new URL(reader.page.url()).searchParams.has('tl')).toBe(false)
  expect(new URL(reader.page.url()).searchParams.get('tclid')).toMatch(/^[a-z0-9]{16}$/)
  await reader.close()
  const clicks = async () => {
    await page.goto('/studio/links')
    return page.locator('tbody tr').filter({ hasText: name }).locator('td.n').first().innerText()
  }
  await expect.poll(clicks).toBe('1')
  await close()
})
