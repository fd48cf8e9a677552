import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { expect, onTestFinished, test } from 'vitest'
import { setStoreDisabled } from '#domain/stores/index.ts'
import { apiOf } from '#test/api.ts'
import { must } from '#test/factories/posts.ts'
import { world } from '#test/world.ts'
import { attributes, fromShopify, handedOver, keptOf, shopifyOrder } from '../domain/store-orders/testing.ts'
import { openApi } from './index.ts'

async function listening() {
  const w = await world()
  const { store, code } = await handedOver(w)
  const [{ inbox }] = await w.ctx.db
    .selectFrom('stores')
    .select('inbox')
    .where('shop_id', '=', w.shopId)
    .where('id', '=', store.id)
    .execute() as [{ inbox: string }] // prettier-ignore
  const call = await apiOf(w, w.given.guest())
  const paid = shopifyOrder({ ...attributes(code), financial_status: 'paid' })
  /** As a store posts it: no browser, no cookie, nothing of ours. */
  const post = (message: ReturnType<typeof fromShopify>, to = inbox, more: Record<string, string> = {}) =>
    call('POST', `/hooks/stores/${to}`, undefined, {
      bytes: message.body,
      headers: { ...(message.headers as Record<string, string>), 'sec-fetch-site': 'none', ...more }
    })
  return { w, store, inbox, paid, post, call }
}

test('a store’s signed message is taken at its own address, answered at once and kept by no cache', async () => {
  const { w, paid, post } = await listening()
  const answer = await post(fromShopify('orders/paid', paid))
  expect([answer.status, answer.headers.get('cache-control'), await answer.json()]).toEqual([
    200,
    'no-store',
    { state: 'taken' }
  ])
  expect((await keptOf(w)).sums.sales).toBe(1)
})

test('a wrong signature, an unknown address, another shop’s host and garbage are told apart', async () => {
  const { w, paid, post, inbox, call } = await listening()
  const message = fromShopify('orders/paid', paid)
  expect((await post(fromShopify('orders/paid', paid, 'guessed'))).status).toBe(401)
  for (const nowhere of ['nobody', 'x'.repeat(22), '%00'.repeat(22), `${inbox}%20`])
    expect((await post(message, nowhere)).status).toBe(404)
  expect((await post(fromShopify('orders/paid', '{'))).status).toBe(422)
  const stranger = await listening()
  expect((await stranger.post(message, inbox)).status).toBe(404)
  expect((await call('GET', `/hooks/stores/${inbox}`)).status).toBe(404)
  expect((await keptOf(w)).orders).toEqual([])
})

test('a store that takes no more carts still tells what became of those it took', async () => {
  const { w, store, paid, post } = await listening()
  await must(setStoreDisabled(w.ctx, await w.given.owner(), { storeId: store.id, disabled: true }))
  expect((await post(fromShopify('orders/paid', paid))).status).toBe(200)
  expect((await keptOf(w)).sums.sales).toBe(1)
})

test('whoever only guesses is told to wait', async () => {
  const { post } = await listening()
  const message = fromShopify('orders/paid', {}, 'guessed')
  const answers: Response[] = []
  for (let n = 0; n < 302; n++) answers.push(await post(message, 'nobody'))
  const last = answers.at(-1)!
  expect([last.status, Number(last.headers.get('retry-after')) > 0]).toEqual([429, true])
})

test('a body over a megabyte is refused while it still comes in', async () => {
  const { w, inbox } = await listening()
  const api = openApi(async () => w.given.guest())
  const server = createServer(getRequestListener(api.fetch))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => (server.closeAllConnections(), void server.close()))
  const { host } = await w.ctx.db
    .selectFrom('shop_hosts')
    .select('host')
    .where('shop_id', '=', w.shopId)
    .executeTakeFirstOrThrow()
  const { port } = server.address() as AddressInfo
  const sent = { bytes: 0 }
  const status = await new Promise<number>((resolve, reject) => {
    const ask = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: `/hooks/stores/${inbox}`,
      headers: { host }
    })
    ask.on('response', (answer) => resolve(answer.statusCode ?? 0))
    ask.on('error', reject)
    const more = () => {
      sent.bytes += 65_536
      if (sent.bytes < 64 * 1_048_576 && !ask.destroyed)
        ask.write(Buffer.alloc(65_536), () => setImmediate(more))
    }
    more()
  })
  expect(status).toBe(413)
  expect(sent.bytes).toBeLessThan(16 * 1_048_576)
})
