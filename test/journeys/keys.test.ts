import { expect, test } from 'vitest'
import { axeProblems, visit } from './browser.ts'
import { enter } from './people.ts'
import { say } from './words.ts'

const en = (key: string, gaps?: Record<string, string>) => say('en', key, gaps)

test('an owner makes a key, tries it on the API’s pages, and takes it back', async () => {
  const { page, close } = await visit('/', { size: 'desktop' })
  await enter(page, 'aino')
  await page.goto('/studio/settings')
  await page.getByRole('link', { name: en('keys_open'), exact: true }).click()
  await page.waitForURL(/settings\/keys/)
  const name = `Robot ${Date.now().toString(36)}`
  await page.getByRole('textbox', { name: en('keys_name') }).fill(name)
  await page.getByLabel(en('scope_campaigns_write')).check()
  await page.getByRole('button', { name: en('keys_make') }).click()
  await page.getByText(en('keys_made', { name })).waitFor()
  const token = await page
    .locator('code')
    .filter({ hasText: /^tor_\w{8}_/ })
    .first()
    .innerText()
  expect(await axeProblems(page)).toEqual([])

  await page.getByRole('link', { name: en('keys_docs') }).click()
  await page.getByRole('heading', { level: 1, name: 'The API of this shop' }).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.goto('/api/v1/docs/campaigns')
  const article = page.locator('#createCampaign')
  await article.getByText('Try it').click()
  await article.getByRole('button', { name: 'Send POST' }).click()
  await article.getByText('Paste a key above').waitFor()
  await page.getByLabel('Key', { exact: true }).fill(token)
  await article.getByRole('button', { name: 'Send POST' }).click()
  await article.getByText('201 Created').waitFor()
  expect(await article.locator('form pre').innerText()).toContain('"hashtag": "harvest"')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeProblems(page)).toEqual([])
  }

  await page.goto('/studio/settings/keys')
  await page.waitForLoadState('networkidle')
  const row = page.getByRole('row').filter({ hasText: name })
  await row.getByRole('button', { name: en('keys_revoke') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: en('keys_revoke') })
    .click()
  await page.getByText(en('keys_revoked_note')).waitFor()
  const answer = await page.request.get('/api/v1/campaigns', {
    headers: { authorization: `Bearer ${token}` }
  })
  expect(answer.status()).toBe(401)
  await close()
})
