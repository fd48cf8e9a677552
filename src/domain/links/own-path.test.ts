import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownPath, withQuery } from './own-path.ts'

test.each(['/', '/p/stripes?x=1#buy', '/products/mug', '/?campaign=summer', '/söpö'])(
  '%s is ours',
  (path) => {
    expect(ownPath(path)).toBeDefined()
  }
)

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/%2f/../..//evil.example\n',
  'evil.example',
  '',
  '/l/other',
  '/./l/other',
  '/api/v1/links',
  '/x/..//evil.example'
])('%j leads nowhere', (path) => {
  expect(ownPath(path)).toBeUndefined()
})

test('whatever is let through stays on the host that sends it on', () => {
  const nasty = fc.stringMatching(/^[/\\:@.?#%a-z\t\n]{0,30}$/)
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
      const path = ownPath(`/${text}`)
      if (path === undefined) return
      const sent = withQuery(path, { tclid: 'abc' })
      expect(new URL(sent, 'https://shop.example/l/abc').origin).toBe('https://shop.example')
    }),
    { numRuns: 2_000 }
  )
})

test('a query replaces its own name and keeps the rest and the fragment', () => {
  expect(withQuery('/p/x?a=1&tclid=old#buy', { tclid: 'new' })).toBe('/p/x?a=1&tclid=new#buy')
})
