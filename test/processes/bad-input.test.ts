import { request } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Context } from '#context'
import { freshDatabase } from '../database.ts'
import { inContext } from '../context.ts'
import { enterAs } from '../enter.ts'
import { factories } from '../factories/index.ts'
import { dataFolder, startServer, type RunningServer } from '../server.ts'
import { BROWSER } from '../api.ts'
import { cleanUp, cleanUps } from './clean-up.ts'

vi.setConfig({ testTimeout: 60_000 })

type Sent = { method?: string; cookie?: string; headers?: Record<string, string>; body?: string | Buffer }
type Answer = { status: number; headers: Record<string, string>; text: string }

let server: RunningServer
let settings: Record<string, string>
let here: { shopId: number; slug: string; postId: string; variantId: string; member: string; owner: string }
beforeAll(async () => {
  const [database, data] = [await freshDatabase(), dataFolder()]
  cleanUps.push(database.drop, data.remove)
  settings = { DATABASE_URL: database.url, DATA_DIR: data.path }
  here = await inContext(settings, furnish)
  server = await startServer({ ...settings, ROLE: 'web' })
  cleanUps.push(() => server.stop())
})
afterAll(cleanUp)

async function furnish(ctx: Context) {
  const given = await factories(ctx)
  const { shopId } = given
  const postId = await given.post({ words: 'Mugs!' })
  const { slug } = await ctx.db.selectFrom('posts').select('slug').where('id', '=', postId).executeTakeFirstOrThrow() // prettier-ignore
  const { variantId } = await given.product({ stock: 9 })
  const member = await enterAs(ctx, shopId, 'member')
  return { shopId, slug: slug!, postId, variantId, member, owner: await enterAs(ctx, shopId, 'owner') } // prettier-ignore
}

/** Asks without mending anything: paths, host names and bytes go out as they are. */
function ask(path: string, { method = 'GET', cookie, headers = {}, body }: Sent = {}): Promise<Answer> {
  const { hostname, port, host, origin } = new URL(server.url)
  const form = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', origin }
  const all = { host, 'user-agent': BROWSER, accept: 'text/html', ...(cookie && { cookie }), ...form, ...headers } // prettier-ignore
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers: all, setHost: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers as Record<string, string>, text: Buffer.concat(chunks).toString() })) // prettier-ignore
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

const post = (path: string, body: string | Buffer, more: Sent = {}) => ask(path, { method: 'POST', body, ...more }) // prettier-ignore
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
const commentsOf = () =>
  inContext(settings, ({ db }) => db.selectFrom('comments').select(['id', 'words', 'state']).where('shop_id', '=', here.shopId).orderBy('id').execute()) // prettier-ignore

test('bytes that are no text are refused or mended, in paths, forms and JSON, and never break the server', async () => {
  for (const path of [
    '/p/%FF',
    '/products/%C3%28',
    '/l/%FF',
    '/buy/%FF:1',
    '/checkout/%FF',
    '/orders/%80',
    '/%FF',
    '/fi/%E2%28%A1',
    '/media/%FF',
    '/api/v1/posts/%FF/reactions/like',
    '/?tag=%FF',
    '/search?q=%FF%C3%28',
    '/cart?items=%FF:1&coupon=%FF'
  ]) {
    // prettier-ignore
    const { status } = await ask(path)
    expect([path, status < 500]).toEqual([path, true])
  }
  const words = Buffer.concat([Buffer.from(`post=${here.postId}&words=broken `), Buffer.from([0xff, 0xc3, 0x28, 0x00]), Buffer.from('%FF%C3%28%00 end')]) // prettier-ignore
  expect((await post(`/p/${here.slug}?/comment`, words, { cookie: here.member })).status).toBe(303)
  const [said] = await commentsOf()
  expect(said!.words).toMatch(/^broken [^\u0000]* end$/)
  const json = await post('/api/v1/interactions', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), { headers: { 'content-type': 'application/json' } }) // prettier-ignore
  expect([json.status, JSON.parse(json.text)]).toMatchObject([
    expect.any(Number),
    { code: expect.any(String) }
  ])
  expect(json.status).toBeGreaterThanOrEqual(400)
  expect(json.status).toBeLessThan(500)
})

test('a comment of a megabyte is refused in words, and nothing of it is kept', async () => {
  const before = await commentsOf()
  for (const size of [400_000, 1_000_000]) {
    const answer = await post(`/p/${here.slug}?/comment`, form({ post: here.postId, words: 'x'.repeat(size) }), { cookie: here.member }) // prettier-ignore
    expect([size, [413, 422].includes(answer.status)]).toEqual([size, true])
    expect([size, answer.text.length < 200_000]).toEqual([size, true])
  }
  expect(await commentsOf()).toEqual(before)
})

test('quantities that nobody can mean put nothing into a basket and change nothing in one', async () => {
  const put = await post('/cart?/add', form({ variant: here.variantId, quantity: '2' }))
  const cookie = String(put.headers['set-cookie']).split(';')[0]!
  const pieces = async () =>
    /name="quantity"[^>]*value="(\d+)"/.exec((await ask('/cart', { cookie })).text)?.[1]
  expect(await pieces()).toBe('2')
  for (const quantity of [
    '-1',
    '-99999999999',
    '0.5',
    '1e3',
    '100',
    '2147483648',
    '9'.repeat(400),
    'NaN',
    'Infinity',
    '1;drop'
  ]) {
    // prettier-ignore
    const set = await post('/cart?/quantity', form({ variant: here.variantId, quantity }), { cookie })
    expect([quantity, set.status, await pieces()]).toEqual([quantity, 422, '2'])
    const added = await post('/cart?/add', form({ variant: here.variantId, quantity }), { cookie })
    expect([quantity, added.status, await pieces()]).toEqual([quantity, 303, '2'])
    const link = await ask(`/buy/X:${encodeURIComponent(quantity)}`)
    expect([quantity, link.status < 500]).toEqual([quantity, true])
  }
  const cleared = await post('/cart?/quantity', form({ variant: here.variantId, quantity: '' }), { cookie })
  expect([cleared.status, await pieces()]).toEqual([422, '2'])
  for (const currency of ['NOK', 'EURO', '']) {
    const checkout = `/checkout/${cookie.split('=')[1]}`
    const paid = await post(`${checkout}?/pay`, form({ key: 'k'.repeat(20), email: 'a@example.org', name: 'A', country: 'FI', provider: 'invoice', expected: '1', currency, terms: 'yes' }), { cookie }) // prettier-ignore
    expect([currency, paid.status, paid.text.includes('role="alert"')]).toEqual([currency, 422, true])
  }
  expect(await pieces()).toBe('2')
})

test('what a stranger says about host, protocol and address is not believed', async () => {
  const { host } = new URL(server.url)
  const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9', 'x-forwarded-port': '444', forwarded: 'host=evil.example;proto=https', 'x-original-url': '/studio', 'x-rewrite-url': '/studio', 'x-torilla-host': 'evil.example', 'x-torilla-proto': 'https', 'x-real-ip': '203.0.113.9' } // prettier-ignore
  const feed = await ask('/products', { headers: forged })
  expect(feed.status).toBe(200)
  expect(feed.text).toContain(`"og:url" content="http://${host}/products"`)
  expect(feed.text).not.toContain('evil.example')
  expect(feed.headers['strict-transport-security']).toBeUndefined()
  const entered = await post('/sign-in?/password', form({ email: 'member@example.org', password: 'quay-side-coffee-9' }), { headers: forged }) // prettier-ignore
  expect(entered.status).toBe(303)
  expect(String(entered.headers['set-cookie'])).not.toMatch(/secure/i)
  for (const name of [
    'evil.example',
    'evil.example:80',
    'evil.example/../',
    'a b',
    '',
    `${host}@evil.example`,
    `${host}, evil.example`
  ]) {
    // prettier-ignore
    const asked = await ask('/sign-in', { headers: { host: name } })
    expect([name, asked.status < 500]).toEqual([name, true])
  }
  await post('/forgot', form({ email: 'member@example.org' }), { headers: { host: 'evil.example', origin: 'http://evil.example' } }) // prettier-ignore
  const letters = await inContext(settings, ({ db }) => db.selectFrom('mails').select('text_body').where('shop_id', '=', here.shopId).execute()) // prettier-ignore
  expect(letters.filter(({ text_body }) => text_body.includes('evil.example'))).toEqual([])
})

test('a form from another site, or from nowhere, does nothing', async () => {
  const before = await commentsOf()
  const words = form({ post: here.postId, words: 'Not me.' })
  const { origin } = new URL(server.url)
  for (const [from, type] of [
    ['https://evil.example'],
    ['null'],
    [origin.replace('http:', 'https:')],
    [`${origin}.evil.example`],
    ['https://evil.example', 'text/plain'],
    ['https://evil.example', 'multipart/form-data; boundary=x']
  ] as const) {
    // prettier-ignore
    const headers = { origin: from, 'content-type': type ?? 'application/x-www-form-urlencoded' }
    const answer = await post(`/p/${here.slug}?/comment`, words, { cookie: here.member, headers })
    expect([from, type, answer.status]).toEqual([from, type, 403])
  }
  expect(await commentsOf()).toEqual(before)
})

test('what belongs to another member cannot be changed, read or taken by its id', async () => {
  await post(`/p/${here.slug}?/comment`, form({ post: here.postId, words: 'The owner says so.' }), { cookie: here.owner }) // prettier-ignore
  const before = await commentsOf()
  const theirs = before.at(-1)!
  expect(theirs.words).toBe('The owner says so.')
  for (const [action, fields] of [
    ['edit', { comment: theirs.id, words: 'I was here.' }],
    ['remove', { comment: theirs.id }],
    ['hide', { comment: theirs.id, hidden: 'on' }]
  ] as const) {
    // prettier-ignore
    const { status } = await post(`/p/${here.slug}?/${action}`, form(fields), { cookie: here.member })
    expect([action, [403, 404].includes(status)]).toEqual([action, true])
  }
  expect(await commentsOf()).toEqual(before)
  await post('/cart?/add', form({ variant: here.variantId }), { cookie: here.owner })
  const { id } = await inContext(settings, ({ db }) => db.selectFrom('carts').select('id').where('shop_id', '=', here.shopId).where('member_id', 'is not', null).executeTakeFirstOrThrow()) // prettier-ignore
  for (const cookie of [here.member, '']) {
    expect((await ask(`/checkout/${id}`, { cookie })).headers.location).toBe('/cart')
    const paid = await post(`/checkout/${id}?/pay`, form({ key: 'k'.repeat(20), email: 'a@example.org', name: 'A', country: 'FI', provider: 'invoice', expected: '1', currency: 'EUR', terms: 'yes' }), { cookie }) // prettier-ignore
    expect(paid.headers.location).toBe('/cart')
    expect((await ask('/cart', { cookie: [cookie, `cart=${id}`].filter(Boolean).join('; ') })).text).not.toContain(`value="${here.variantId}"`) // prettier-ignore
  }
})

test('no address of ours leads to another site, and none leads out of what we serve', async () => {
  const { origin } = new URL(server.url)
  const enter = form({ email: 'member@example.org', password: 'quay-side-coffee-9' })
  for (const next of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/%09/evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '\\\\evil.example',
    '/..//evil.example'
  ]) {
    // prettier-ignore
    const asked = encodeURIComponent(next)
    for (const answer of [
      await ask(`/sign-in?next=${asked}`, { cookie: here.member }),
      await ask(`/sign-up?next=${asked}&continue_to=${asked}`, { cookie: here.member })
    ]) {
      // prettier-ignore
      const to = new URL(answer.headers.location ?? '/', origin)
      expect([next, answer.status, to.origin]).toEqual([next, 303, origin])
    }
  }
  const entered = await post(`/sign-in?/password&next=${encodeURIComponent('/..//evil.example')}`, enter)
  expect([entered.status, entered.headers.location]).toEqual([303, '/'])
  for (const path of [
    '//evil.example',
    '//evil.example/',
    '/fi//evil.example/',
    '/\\evil.example/',
    '//evil.example/%2e%2e',
    '/https://evil.example/'
  ]) {
    // prettier-ignore
    const answer = await ask(path)
    const led = answer.headers.location
    if (led) expect([path, new URL(led, origin).origin]).toEqual([path, origin])
    expect([path, /(href|action|content)="\/[/\\]/.exec(answer.text)]).toEqual([path, null])
  }
  for (const path of [
    '/../../../etc/passwd',
    '/_app/../../package.json',
    '/_app/%2e%2e/%2e%2e/package.json',
    '/media/1/..%2f..%2f..%2fetc/passwd',
    '/media/..%5c..%5cetc',
    '/..%00/etc/passwd',
    '/_app/immutable/..%2f..%2f..%2fserver/main.js'
  ]) {
    // prettier-ignore
    const answer = await ask(path)
    expect([path, [400, 404].includes(answer.status), /root:x:|"devDependencies"/.test(answer.text)]).toEqual([path, true, false]) // prettier-ignore
  }
})
