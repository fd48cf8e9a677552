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
function form(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString()
}
const comment = (body: string | Buffer, more: Sent = {}) =>
  post(`/p/${here.slug}?/comment`, body, { cookie: here.member, ...more })
const commentsOf = () =>
  inContext(settings, ({ db }) => db.selectFrom('comments').select(['id', 'words', 'state']).where('shop_id', '=', here.shopId).orderBy('id').execute()) // prettier-ignore

// prettier-ignore
const NO_TEXT = ['/p/%FF', '/products/%C3%28', '/l/%FF', '/buy/%FF:1', '/checkout/%FF', '/orders/%80', '/%FF', '/fi/%E2%28%A1', '/media/%FF', '/api/v1/posts/%FF/reactions/like', '/?tag=%FF', '/search?q=%FF%C3%28', '/cart?items=%FF:1&coupon=%FF']
// prettier-ignore
const NO_QUANTITY = ['-1', '-99999999999', '0.5', '1e3', '100', '2147483648', '9'.repeat(400), 'NaN', 'Infinity', '1;drop']
const NO_HOST = ['evil.example', 'evil.example:80', 'evil.example/../', 'a b', '', 'me@evil.example', 'a, b']
// prettier-ignore
const FORGED = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9', 'x-forwarded-port': '444', forwarded: 'host=evil.example;proto=https', 'x-original-url': '/studio', 'x-rewrite-url': '/studio', 'x-torilla-host': 'evil.example', 'x-torilla-proto': 'https', 'x-real-ip': '203.0.113.9' }
// prettier-ignore
const ELSEWHERE = ['https://evil.example', '//evil.example', '/\\evil.example', '/%09/evil.example', 'javascript:alert(1)', '/\t/evil.example', '\\\\evil.example', '/..//evil.example']
const ASTRAY = ['//evil.example', '//evil.example/', '/fi//evil.example/', '/\\evil.example/', '/https://evil.example/'] // prettier-ignore
// prettier-ignore
const OUTSIDE = ['/../../../etc/passwd', '/_app/../../package.json', '/_app/%2e%2e/%2e%2e/package.json', '/media/1/..%2f..%2f..%2fetc/passwd', '/media/..%5c..%5cetc', '/..%00/etc/passwd', '/_app/immutable/..%2f..%2f..%2fserver/main.js']

const MEMBER = form({ email: 'member@example.org', password: 'quay-side-coffee-9' })
const payment = (currency: string) => form({ key: 'k'.repeat(20), email: 'a@example.org', name: 'A', country: 'FI', provider: 'invoice', expected: '1', currency, terms: 'yes' }) // prettier-ignore

test('bytes that are no text are refused or mended, in paths, forms and JSON, and never break the server', async () => {
  for (const path of NO_TEXT) {
    const { status } = await ask(path)
    expect([path, status < 500]).toEqual([path, true])
  }
  const broken = [Buffer.from(`post=${here.postId}&words=broken `), Buffer.from([0xff, 0xc3, 0x28, 0x00]), Buffer.from('%FF%C3%28%00 end')] // prettier-ignore
  expect((await comment(Buffer.concat(broken))).status).toBe(303)
  expect((await commentsOf()).at(-1)!.words).toMatch(/^broken [^\u0000]* end$/)
  const headers = { 'content-type': 'application/json' }
  const json = await post('/api/v1/interactions', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), { headers })
  expect([[400, 422].includes(json.status), JSON.parse(json.text)]).toEqual([true, expect.objectContaining({ code: expect.any(String) })]) // prettier-ignore
})

test('a comment of a megabyte is refused in words, and nothing of it is kept or sent back', async () => {
  const before = await commentsOf()
  const answer = await comment(form({ post: here.postId, words: 'x'.repeat(1_000_000) }))
  expect([answer.status, answer.text.includes('at most 2,000')]).toEqual([422, true])
  expect(answer.text.length).toBeLessThan(200_000)
  expect(await commentsOf()).toEqual(before)
})

test('quantities and currencies that nobody can mean put nothing into a basket and buy nothing', async () => {
  const variant = here.variantId
  const put = await post('/cart?/add', form({ variant, quantity: '2' }))
  const cookie = String(put.headers['set-cookie']).split(';')[0]!
  const pieces = async () =>
    /name="quantity"[^>]*value="(\d+)"/.exec((await ask('/cart', { cookie })).text)?.[1]
  expect(await pieces()).toBe('2')
  for (const quantity of NO_QUANTITY) {
    const set = await post('/cart?/quantity', form({ variant, quantity }), { cookie })
    expect([quantity, set.status, await pieces()]).toEqual([quantity, 422, '2'])
    const added = await post('/cart?/add', form({ variant, quantity }), { cookie })
    expect([quantity, added.status, await pieces()]).toEqual([quantity, 303, '2'])
    const link = await ask(`/buy/X:${encodeURIComponent(quantity)}`)
    expect([quantity, link.status < 500]).toEqual([quantity, true])
  }
  const cleared = await post('/cart?/quantity', form({ variant, quantity: '' }), { cookie })
  expect([cleared.status, await pieces()]).toEqual([422, '2'])
  for (const currency of ['NOK', 'EURO', '']) {
    const paid = await post(`/checkout/${cookie.split('=')[1]}?/pay`, payment(currency), { cookie })
    expect([currency, paid.status, paid.text.includes('role="alert"')]).toEqual([currency, 422, true])
  }
  expect(await pieces()).toBe('2')
})

test('what a stranger says about host, protocol and address is not believed', async () => {
  const { host } = new URL(server.url)
  const shelf = await ask('/products', { headers: FORGED })
  expect([shelf.status, shelf.headers['strict-transport-security']]).toEqual([200, undefined])
  expect(shelf.text).toContain(`"og:url" content="http://${host}/products"`)
  expect(shelf.text).not.toContain('evil.example')
  const entered = await post('/sign-in?/password', MEMBER, { headers: FORGED })
  expect([entered.status, String(entered.headers['set-cookie'])]).toEqual([303, expect.not.stringMatching(/secure/i)]) // prettier-ignore
  for (const name of NO_HOST) {
    const asked = await ask('/sign-in', { headers: { host: name } })
    expect([name, asked.status < 500]).toEqual([name, true])
  }
  const headers = { host: 'evil.example', origin: 'http://evil.example' }
  await post('/forgot', form({ email: 'member@example.org' }), { headers })
  const letters = await inContext(settings, ({ db }) => db.selectFrom('mails').select('text_body').execute())
  expect(letters.filter(({ text_body }) => text_body.includes('evil.example'))).toEqual([])
})

test('a form from another site, or from nowhere, does nothing', async () => {
  const before = await commentsOf()
  const { origin } = new URL(server.url)
  const words = form({ post: here.postId, words: 'Not me.' })
  const types = ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']
  for (const from of [
    'https://evil.example',
    'null',
    origin.replace('http:', 'https:'),
    `${origin}.example`
  ]) {
    for (const type of types) {
      const answer = await comment(words, { headers: { origin: from, 'content-type': type } })
      expect([from, type, answer.status]).toEqual([from, type, 403])
    }
  }
  expect(await commentsOf()).toEqual(before)
})

test('what belongs to another member cannot be changed, read or taken by its id', async () => {
  await comment(form({ post: here.postId, words: 'The owner says so.' }), { cookie: here.owner })
  const before = await commentsOf()
  const theirs = before.at(-1)!
  expect(theirs.words).toBe('The owner says so.')
  for (const action of ['edit', 'remove', 'hide']) {
    const fields = form({ comment: theirs.id, words: 'I was here.', hidden: 'on' })
    const { status } = await post(`/p/${here.slug}?/${action}`, fields, { cookie: here.member })
    expect([action, [403, 404].includes(status)]).toEqual([action, true])
  }
  expect(await commentsOf()).toEqual(before)
  await post('/cart?/add', form({ variant: here.variantId }), { cookie: here.owner })
  const { id } = await inContext(settings, ({ db }) =>
    db.selectFrom('carts').select('id').where('member_id', 'is not', null).executeTakeFirstOrThrow()
  )
  for (const cookie of [here.member, 'nobody=1']) {
    expect((await ask(`/checkout/${id}`, { cookie })).headers.location).toBe('/cart')
    expect((await post(`/checkout/${id}?/pay`, payment('EUR'), { cookie })).headers.location).toBe('/cart')
    const basket = await ask('/cart', { cookie: `${cookie}; cart=${id}` })
    expect([basket.status, basket.text.includes(here.variantId)]).toEqual([200, false])
  }
})

test('no address of ours leads to another site, and none leads out of what we serve', async () => {
  const { origin } = new URL(server.url)
  for (const next of ELSEWHERE) {
    for (const path of ['/sign-in', '/sign-up']) {
      const asked = encodeURIComponent(next)
      const { status, headers } = await ask(`${path}?next=${asked}&continue_to=${asked}`, { cookie: here.member }) // prettier-ignore
      expect([next, status, new URL(headers.location!, origin).origin]).toEqual([next, 303, origin])
    }
  }
  const entered = await post(`/sign-in?/password&next=${encodeURIComponent('/..//evil.example')}`, MEMBER)
  expect([entered.status, entered.headers.location]).toEqual([303, '/'])
  for (const path of ASTRAY) {
    const { headers, text } = await ask(path)
    expect([path, new URL(headers.location ?? '/', origin).origin]).toEqual([path, origin])
    expect([path, /(href|action|content)="\/[/\\]/.exec(text)]).toEqual([path, null])
  }
  for (const path of OUTSIDE) {
    const { status, text } = await ask(path)
    expect([path, [400, 404].includes(status)]).toEqual([path, true])
    expect([path, /root:x:|"devDependencies"/.test(text)]).toEqual([path, false])
  }
})
