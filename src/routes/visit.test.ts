import type { RequestEvent } from '@sveltejs/kit'
import { expect, test } from 'vitest'
import { fieldsOf, refuse } from './refuse.ts'
import { nextPath, whenceSent } from './visit.ts'

const at = (next: string) =>
  ({
    url: new URL(`https://tori.example/sign-in?next=${encodeURIComponent(next)}`),
    locals: { locale: 'fi', shop: { locale: 'en' } }
  }) as unknown as RequestEvent

test('after signing in people go on to a page of ours, with its question', () => {
  expect(nextPath(at('/fi/products?q=muki'), '/')).toBe('/fi/products?q=muki')
})

test('no next can lead to another site: it leads home, in the language being read', () => {
  for (const next of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'me',
    ''
  ]) {
    expect(nextPath(at(next), '/')).toBe('/fi')
  }
})

test('who sent a form is led back to the page of ours where they were, and to no other site', () => {
  const from = (referer: string) =>
    ({
      ...at(''),
      request: new Request('https://tori.example/p/quay?/react', { headers: { referer } })
    }) as unknown as RequestEvent
  expect(whenceSent(from('https://tori.example/fi?after=x&tclid=abcdefgh'), '/p/quay')).toBe(
    '/fi?after=x&tclid=abcdefgh'
  )
  expect(whenceSent(from('https://tori.example/p/quay?/react'), '/')).toBe('/p/quay')
  for (const elsewhere of ['https://evil.example/', 'https://tori.example//evil.example', '', 'about:blank'])
    expect(whenceSent(from(elsewhere), '/p/quay')).toBe('/fi/p/quay')
})

test('a refusal keeps what was typed but no secret, and says when to come back', () => {
  const headers: Record<string, string> = {}
  const event = { setHeaders: (more: object) => Object.assign(headers, more) } as unknown as RequestEvent
  const typed = { email: 'ana@example.org', password: 'secret', current: 'older', token: 't', key: 'k' }
  const answer = refuse(event, { refusal: 'too_many_tries', detail: { seconds: 42 } }, typed)
  expect(answer.status).toBe(429)
  expect(headers).toEqual({ 'retry-after': '42' })
  expect(answer.data.typed).toEqual({ email: 'ana@example.org' })
  expect(refuse(event, { refusal: 'link_spent' }).status).toBe(410)
  expect(refuse(event, { refusal: 'anything_else' }).status).toBe(422)
})

test('a form’s files are left out of its fields', async () => {
  const body = new FormData()
  body.set('name', 'Ana')
  body.set('picture', new File(['x'], 'x.png'))
  const request = new Request('https://tori.example', { method: 'POST', body })
  expect(await fieldsOf({ request })).toEqual({ name: 'Ana' })
})
