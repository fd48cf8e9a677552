import { expect, test } from 'vitest'
import { visit } from './browser.ts'
import { enter } from './people.ts'
import { say } from './words.ts'

const en = (key: string) => say('en', key)

test('what is typed and chosen while the script is still on its way stays, and is sent', async () => {
  const { page, close } = await visit('/')
  await enter(page, 'aino')
  const { promise: arrived, resolve: letCome } = Promise.withResolvers<void>()
  await page.route('**/*.js', async (route) => {
    await arrived
    await route.continue()
  })
  await page.goto('/studio/coupons', { waitUntil: 'commit' })
  const code = `EARLY${Date.now().toString(36).toUpperCase()}`
  const [name, kind] = [page.getByLabel(en('coupons_code')), page.getByLabel(en('coupons_kind'))]
  const once = page.getByLabel(en('coupons_once'))
  await name.fill(code)
  await kind.selectOption('free_shipping')
  await once.check()
  letCome()
  await page.waitForLoadState('networkidle')
  const kept = [await name.inputValue(), await kind.inputValue(), await once.isChecked()]
  expect(kept).toEqual([code, 'free_shipping', true])
  await page.getByRole('button', { name: en('coupons_make') }).click()
  const row = page.getByRole('row').filter({ hasText: code })
  await row.getByText(en('coupons_free_shipping')).first().waitFor()
  await close()
})
