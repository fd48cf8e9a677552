import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { visit } from './browser.ts'
import { enter } from './people.ts'
import { desk } from './studio.ts'
import { say } from './words.ts'

const en = (key: string, gaps?: Record<string, string>) => say('en', key, gaps)

test('customers under headings of the shop’s own become contacts, are found, and are read', async () => {
  const stamp = Date.now().toString(36)
  const { page, close } = await visit('/', { size: 'desktop' })
  await enter(page, 'aino')
  await page.goto('/studio/imports')
  const text = `Sähköposti;Nimi;Missä\nselma-${stamp}@example.org;Selma ${stamp};Turku\n`
  const file = { name: `asiakkaat-${stamp}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.getByLabel(en('imports_file')).setInputFiles(file)
  await page.getByRole('button', { name: en('imports_start'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: file.name }).waitFor()
  await page.locator('select[name=format]').selectOption('customers')
  await page
    .getByRole('button', { name: en('preview_reread') })
    .first()
    .click()
  for (const [column, field] of [
    ['Sähköposti', 'email'],
    ['Nimi', 'name'],
    ['Missä', 'city']
  ] as const)
    // prettier-ignore
    await page.getByLabel(column, { exact: true }).selectOption(field)
  await page
    .getByRole('button', { name: en('preview_reread') })
    .last()
    .click()
  await page.getByRole('row', { name: new RegExp(`selma-${stamp}.*${en('preview_new')}`, 's') }).waitFor()
  await page.getByRole('button', { name: en('preview_start'), exact: true }).click()
  await page.getByText(en('imports_state_done'), { exact: true }).waitFor({ timeout: 40_000 })

  await page.goto('/studio/contacts')
  await page.getByLabel(en('contacts_find')).fill(stamp)
  await page.getByRole('button', { name: en('goods_find_button'), exact: true }).click()
  await page.getByRole('link', { name: `Selma ${stamp}` }).click()
  await page.getByRole('heading', { level: 1, name: `Selma ${stamp}` }).waitFor()
  await page.getByText('Turku').waitFor()
  await close()
})

test('a file of the customers of some days is chosen, downloaded, and holds them and nobody else', async () => {
  const { page, close } = await visit('/', { size: 'desktop' })
  await enter(page, 'aino')
  const download = async (from: string) => {
    await page.goto('/studio/settings/exports')
    await page.getByLabel(en('exports_from'), { exact: true }).fill(from)
    await page.getByRole('button', { name: en('exports_narrow') }).click()
    await page.waitForURL(new RegExp(`from=${from}`))
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: `${en('exports_customers')}, CSV` }).click()
    return (await readFile(await (await coming).path(), 'utf8')).trim().split('\r\n')
  }
  const rows = await download('2020-01-01')
  expect(rows[0]).toMatch(/^"?email/)
  expect(rows.some((row) => row.includes('linh@kauppatori.example'))).toBe(true)
  expect(await download('2099-01-01')).toEqual(rows.slice(0, 1))
  await page.goto('/studio/settings/exports')
  await page
    .getByRole('row', { name: new RegExp(`${en('exports_customers')}, CSV`) })
    .first()
    .waitFor()
  await close()
})

test('who a buy link is for finds the checkout filled in, and no address says who', async () => {
  const { id } = await desk().sell({ title: `Lamp ${Date.now().toString(36)}`, price: '9.00', pieces: 2 })
  const { page, close } = await visit(
    `/buy/${id}:1?buyer/email=alice%40example.com&buyer/first_name=Alice&buyer/last_name=Ek&context/address_country=NO&context/postal_code=0150`
  )
  expect(page.url()).not.toMatch(/alice|0150/i)
  await page
    .getByRole('button', { name: en('cart_checkout') })
    .first()
    .click()
  await page.waitForURL(/\/checkout\//)
  expect(page.url()).not.toMatch(/alice|0150/i)
  const valueOf = (label: string) => page.getByLabel(en(label), { exact: true }).inputValue()
  const shown = [
    await valueOf('checkout_name'),
    await valueOf('checkout_postcode'),
    await valueOf('checkout_country')
  ]
  expect(shown).toEqual(['Alice Ek', '0150', 'NO'])
  expect(await page.locator('input[name=email]').inputValue()).toBe('alice@example.com')
  await close()
})
