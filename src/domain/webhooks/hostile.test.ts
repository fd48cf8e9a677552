import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { world } from '#test/world.ts'
import { changeWebhook, createWebhook } from './index.ts'
import { attempt } from './attempt.ts'
import { hooked, likes, receiver } from './testing.ts'

const w = await world()
const claimed = { id: 'd', eventId: 'e', type: 'post.liked', body: '{}', n: 1, until: new Date(0) }
const send = (url: string, loopback = true) =>
  attempt({ ...w.ctx, config: { ...w.ctx.config, webhookLoopback: loopback } }, { url, secrets: [] }, claimed)

/** Says exactly these bytes to whoever connects, and then nothing. */
async function raw(bytes: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.write(bytes))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

test('a redirect is an answer: not followed, neither inside nor outside', async () => {
  const inside = await receiver()
  const there = await receiver((_, res) => res.writeHead(307, { location: inside.url }).end())
  expect(await send(there.url)).toMatchObject({ status: 307, problem: 'status_307' })
  expect(inside.heard).toEqual([])
})

test('nothing inside is reached: by number, by name, by another port', async () => {
  for (const url of [
    'https://10.0.0.1/',
    'https://169.254.169.254/',
    'https://[::1]/',
    'https://127.0.0.1/'
  ]) {
    expect(await send(url, false)).toMatchObject({ status: null, problem: 'address_refused' })
  }
  expect(await send('https://localhost/', false)).toMatchObject({ problem: 'address_refused' })
  expect(await send('https://8.8.8.8:22/', false)).toMatchObject({ problem: 'address_refused' })
})

test('of ten gigabytes two kilobytes are read, and the connection is closed', async () => {
  let written = 0
  const there = await receiver((_, res) => {
    res.writeHead(200, { 'content-length': String(10 * 2 ** 30) })
    const more = () => {
      while (!res.destroyed && res.write(Buffer.alloc(65_536, 'x'))) written += 65_536
    }
    res.on('drain', more)
    more()
    return new Promise((resolve) => res.once('close', resolve))
  })
  const tried = await send(there.url)
  expect([tried.status, tried.problem, tried.answer.length]).toEqual([200, null, 2_048])
  expect(written).toBeLessThan(50 * 2 ** 20)
})

test.each([
  ['no HTTP at all', 'SSH-2.0-OpenSSH_9.6\r\n', { status: null, problem: 'answer_invalid' }],
  ['a head without end', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}`, { status: null, problem: 'answer_invalid' }],
  ['another protocol', 'HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n', { status: null, problem: 'unreachable' }],
  ['a lying length', 'HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\n', { status: null, problem: 'answer_invalid' }],
  ['a NUL and half a letter', 'HTTP/1.1 500 No\r\ncontent-length: 3\r\n\r\n\0\xC3(', { status: 500, problem: 'status_500' }]
])('%s is noted as what it is', async (_, bytes, expected) => {
  const tried = await send(await raw(bytes))
  expect(tried).toMatchObject(expected)
  expect(tried.answer).not.toContain('\0')
}) // prettier-ignore

test('whatever was answered can be kept, and is shown as it came', async () => {
  const there = await receiver((_, res) =>
    res.writeHead(500).end(Buffer.from([0, 255, 195, 34, 92, 123, 125]))
  )
  const hook = await hooked(w, { url: there.url })
  await likes(w, [w.ctx.ids.next()])
  await hook.flow()
  const { answer } = await w.ctx.db
    .selectFrom('webhook_tries')
    .select('answer')
    .where('shop_id', '=', w.shopId)
    .executeTakeFirstOrThrow()
  expect(answer).toMatch(/"\\\{\}$/)
})

test('an address that may not be used is refused when it is given', async () => {
  const owner = await w.given.owner()
  const ctx = { ...w.ctx, config: { ...w.ctx.config, webhookLoopback: false } }
  const make = (url: string) => createWebhook(ctx, owner, { url, events: ['order.paid'] })
  const odd = [
    'http://shop.example/',
    'ftp://shop.example',
    'https://u:p@shop.example/',
    'https://shop.example:8443/',
    'hook'
  ]
  for (const url of odd) expect(await make(url)).toMatchObject({ refusal: 'url_refused' }) // prettier-ignore
  expect(await createWebhook(ctx, owner, { url: 'https://shop.example/', events: [] })).toMatchObject({
    refusal: 'invalid'
  })
  const made = await make('https://shop.example/hook#part')
  if (!made.ok) throw new Error(made.refusal)
  expect(await changeWebhook(ctx, owner, made.value.id, { url: 'http://10.0.0.1/' })).toMatchObject({
    refusal: 'url_refused'
  })
})
