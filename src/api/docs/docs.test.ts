import { expect, test } from 'vitest'
import { apiOf } from '#test/api.ts'
import { world } from '#test/world.ts'
import { api, documentOf } from '../index.ts'
import { curlOf } from './examples.ts'
import { operationsOf, type Document } from './model.ts'
import { script } from './script.ts'

const document = documentOf(api) as unknown as Document

async function given() {
  const w = await world()
  const call = await apiOf(w, w.given.guest())
  return async (path: string) => {
    const answer = await call('GET', `/api/v1/docs${path}`)
    return { answer, text: await answer.text() }
  }
}

test('every operation and every schema has its place, with permission, refusals and examples, for everyone', async () => {
  const read = await given()
  const tags = new Set(operationsOf(document).flatMap(({ operation }) => operation.tags ?? []))
  const pages = new Map<string, string>()
  for (const tag of tags) pages.set(tag, (await read(`/${tag}`)).text)
  for (const { operation } of operationsOf(document)) {
    const page = pages.get(operation.tags![0]!)!
    const own = page.slice(page.indexOf(`<article id="${operation.operationId}"`)).split('</article>')[0]!
    const permission = operation['x-permission']
    expect([
      operation.operationId,
      own.includes(permission === 'public' ? 'Open to everyone' : permission)
    ]).toEqual([operation.operationId, true])
    for (const words of ['With curl', `await ${operation.operationId}(`]) expect(own).toContain(words)
  }
  const { text } = await read('/schemas')
  for (const name of Object.keys(document.components?.schemas ?? {}))
    expect(text).toContain(`<article id="${name}"`)
})

test('the guide tells every code that an operation may answer, and what everything has in common', async () => {
  const { text } = await (await given())('')
  for (const id of [
    'keys',
    'errors',
    'paging',
    'once',
    'versions',
    'limits',
    'client',
    'codes',
    'operations'
  ]) {
    expect(text).toContain(`<section id="${id}"`)
  }
  for (const code of [
    'key_invalid',
    'idempotency_key_reused',
    'cursor_invalid',
    'precondition_failed',
    'sold_out',
    'post_stale'
  ]) {
    expect(text).toContain(`<code>${code}</code>`)
  }
})

test('the pages need nothing from elsewhere: no other host, no script in them, a strict policy', async () => {
  const read = await given()
  for (const path of ['', '/products', '/schemas']) {
    const { answer, text } = await read(path)
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'/)
    expect(text.match(/<(script|link|img)[^>]*>/g)).toEqual([
      '<link rel="stylesheet" href="/api/v1/docs/style.css" />',
      '<script src="/api/v1/docs/try.js" defer>'
    ])
    expect(text).not.toMatch(/ (style|on\w+)="/)
  }
  expect((await read('/style.css')).answer.headers.get('content-type')).toMatch(/^text\/css/)
  expect((await read('/try.js')).answer.headers.get('content-type')).toMatch(/^text\/javascript/)
  expect((await read('/nonsense')).answer.status).toBe(404)
})

test('every link within the documentation leads somewhere', async () => {
  const read = await given()
  const texts = new Map<string, string>()
  for (const path of ['', '/schemas', ...(document.tags ?? []).map(({ name }) => `/${name}`)]) {
    texts.set(`/api/v1/docs${path}`, (await read(path)).text)
  }
  const dead = [...texts].flatMap(([here, text]) =>
    [...text.matchAll(/href="([^"]+)"/g)].flatMap(([, href = '']) => {
      const [path = '', id] = href.split('#')
      const page = texts.get(path || here)
      const there = page !== undefined && (!id || page.includes(`id="${id}"`))
      return there || !/^(#|\/api\/v1\/docs(?!\/style))/.test(href) ? [] : [`${here}: ${href}`]
    })
  )
  expect(dead).toEqual([])
})

test('a request as curl types it survives quotes, and the script stands by itself', () => {
  const operation = {
    ...{ operationId: 'x', responses: {}, 'x-permission': 'public' },
    requestBody: { content: { 'application/json': { example: { name: "Ada's" } } } }
  }
  const curl = curlOf({ method: 'POST', path: '/x', operation }, 'https://shop.example')
  expect(curl).toContain(`-d '{"name":"Ada'\\''s"}'`)
  expect(() => new Function(script)).not.toThrow()
})
