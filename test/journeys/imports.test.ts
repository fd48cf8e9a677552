import { test } from 'vitest'
import { visit } from './browser.ts'
import { enter } from './people.ts'
import { say } from './words.ts'

const en = (key: string, gaps?: Record<string, string>) => say('en', key, gaps)

test('a table nobody knows is looked at, its columns are said, and it comes in: without a script, on a phone', async () => {
  const stamp = Date.now().toString(36)
  const { page, close } = await visit('/', { javaScript: false })
  await enter(page, 'aino')
  const upload = async (title: string) => {
    await page.goto('/studio/imports')
    const text = `Artikel;Preis;Bestand\n${title};12,50;4\n`
    const file = { name: `lager-${stamp}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) }
    await page.getByLabel(en('imports_file')).setInputFiles(file)
    await page.getByRole('button', { name: en('imports_start'), exact: true }).click()
    await page.getByRole('heading', { level: 1, name: file.name }).waitFor()
  }
  await upload(`Becher ${stamp}`)
  await page.getByText(en('preview_lead_none')).waitFor()
  for (const [column, field] of [
    ['Artikel', 'title'],
    ['Preis', 'price'],
    ['Bestand', 'quantity']
  ] as const)
    // prettier-ignore
    await page.getByLabel(column, { exact: true }).selectOption(field)
  await page
    .getByRole('button', { name: en('preview_reread') })
    .last()
    .click()
  await page
    .getByRole('row', { name: new RegExp(`Becher ${stamp}.*${en('preview_new')}.*12\\.50`, 's') })
    .waitFor()
  await page.getByRole('button', { name: en('preview_start'), exact: true }).click()
  await page.getByText(en('imports_state_done'), { exact: true }).waitFor({ timeout: 40_000 })

  await upload(`Teller ${stamp}`)
  await page.getByRole('row', { name: new RegExp(`Teller ${stamp}.*${en('preview_new')}`, 's') }).waitFor()
  await page.getByRole('button', { name: en('preview_discard'), exact: true }).click()
  await page.getByText(en('imports_state_cancelled'), { exact: true }).waitFor()
  await close()
})
