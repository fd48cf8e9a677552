import { createHmac } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectOpenToAll, visit } from './browser.ts'
import { enter } from './people.ts'
import { like, say } from './words.ts'

const en = (key: string, gaps?: Record<string, string>) => say('en', key, gaps)
const STORE = 'Tyrsky Prints (example)'
const ORIGIN = 'https://tyrsky-prints.example.com'
const SECRET = 'a-signing-key-that-shopify-shows'

/** Someone takes a poster to its store; answers the code that travels along, and what the store calls it. */
async function buySomethingThere(): Promise<{ code: string; variant: number }> {
  const { page, context, problems, close } = await visit('/products/archipelago-poster')
  let asked: URL | undefined
  await context.route(`${ORIGIN}/**`, async (route) => {
    asked ??= new URL(route.request().url())
    await route.fulfill({ contentType: 'text/html', body: '<title>There</title><h1>Welcome there</h1>' })
  })
  const press = (name: string, exact = false) => page.getByRole('button', { name, exact }).first().click()
  await press(en('ui_buy'), true)
  await page.waitForURL(/\/cart/)
  await page.waitForLoadState('networkidle')
  const choice = page.locator('select[name=choice]')
  if (await choice.count()) {
    await choice.selectOption({ index: 1 })
    await press(en('cart_choose_button'))
    await choice.waitFor({ state: 'detached' })
  }
  await press(en('store_continue', { store: STORE }))
  await page.getByRole('heading', { name: 'Welcome there' }).waitFor()
  const away = problems.findIndex((problem) => problem === `asked ${ORIGIN}`)
  if (away >= 0) problems.splice(away)
  await close()
  return {
    code: asked!.searchParams.get('ref')!,
    variant: Number(/\/cart\/(\d+):/.exec(asked!.pathname)![1])
  }
}

/** What Shopify posts of an order. */
async function tell(hook: string, topic: string, order: object, secret = SECRET): Promise<number> {
  const body = JSON.stringify(order)
  const answer = await fetch(hook, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': topic,
      'x-shopify-webhook-id': `${topic}-${Date.now()}`,
      'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64')
    },
    body
  })
  return answer.status
}

const pasteSecret = async (page: Page) => {
  await page.getByLabel(en('store_secret_paste'), { exact: true }).fill(SECRET)
  await page.getByRole('button', { name: en('store_secret_use') }).click()
  await page
    .getByRole('status')
    .filter({ hasText: en('store_secret_saved') })
    .waitFor()
}

test('an owner connects a store, it tells of an order that began here, and the results show the sale', async () => {
  const { page, close } = await visit('/', { size: 'desktop' })
  await enter(page, 'aino')
  await page.goto('/studio/settings/stores')
  await page.getByRole('link', { name: STORE }).click()
  await page.getByText(en('store_step_shopify_secret')).waitFor()
  await pasteSecret(page)
  await expectOpenToAll(page, { dark: true })
  const hook = await page.locator('code', { hasText: '/hooks/stores/' }).innerText()

  const { code, variant } = await buySomethingThere()
  const now = new Date().toISOString()
  const name = `#T${Date.now().toString(36)}`
  const order = {
    ...{ id: Date.now(), name, currency: 'EUR', total_price: '39.90', subtotal_price: '35.00' },
    ...{
      total_tax: '8.11',
      taxes_included: true,
      financial_status: 'paid',
      created_at: now,
      updated_at: now
    },
    shipping_lines: [{ tax_lines: [{ price: '1.00' }] }],
    note_attributes: [{ name: 'torilla', value: code }],
    line_items: [{ variant_id: variant, title: 'Archipelago poster', quantity: 1, price: '35.00' }]
  }
  expect(await tell(hook, 'orders/paid', order, 'another key')).toBe(401)
  expect(await tell(hook, 'orders/paid', order)).toBe(200)
  await page.reload()
  const rows = page.getByRole('row').filter({ hasText: 'orders/paid' })
  await rows.first().getByText(en('store_log_taken')).waitFor()
  await rows.nth(1).getByText(en('store_why_signature')).waitFor()

  await page.goto('/studio/results')
  await page.getByRole('link', { name: en('elsewhere_see') }).click()
  await page.getByRole('link', { name }).click()
  await page
    .getByRole('heading', { level: 1, name: en('elsewhere_order', { store: STORE, number: name }) })
    .waitFor()
  await page.getByText(en('path_hand_over')).waitFor()
  await page.getByText('€27.89').first().waitFor()
  await expectOpenToAll(page, { dark: true })

  expect(await tell(hook, 'orders/cancelled', { ...order, cancelled_at: now, updated_at: now })).toBe(200)
  await page.reload()
  await page.getByText(en('orders_state_cancelled')).waitFor()
  await page.getByText(like('en', 'elsewhere_changed')).waitFor()
  await close()
})
