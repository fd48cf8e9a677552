import { expect, test } from 'vitest'
import { composeLetter } from './index.ts'

const letter = composeLetter('fi', 'Kauppatori', {
  subject: 'Kiitos\r\nBcc: thief@example.org',
  heading: 'Hei <script>alert(1)</script>',
  parts: [
    { kind: 'text', text: 'Moi & tervetuloa' },
    { kind: 'button', label: 'Avaa', url: 'https://shop.example/x?a="b"' },
    { kind: 'rows', rows: [{ label: 'Muki', value: '12,00 €' }] }
  ],
  foot: 'Torilla tavataan'
})

test('whatever people typed is shown as text, never run', () => {
  expect(letter.html).not.toContain('<script>')
  expect(letter.html).toContain('Hei &lt;script&gt;')
  expect(letter.html).toContain('href="https://shop.example/x?a=&quot;b&quot;"')
})

test('a subject stays on one line, so that it cannot add a header', () => {
  expect(letter.subject).toBe('Kiitos Bcc: thief@example.org')
})

test('the plain text says all that the HTML says', () => {
  for (const words of [
    'Moi & tervetuloa',
    'Avaa:\nhttps://shop.example',
    'Muki: 12,00 €',
    'Torilla tavataan'
  ]) {
    expect(letter.text).toContain(words)
  }
})

test('the words lie within the sheet: every element that is opened is closed in its place', () => {
  const open: string[] = []
  for (const [, close, name] of letter.html.matchAll(/<(\/?)(html|head|body|div|p|a|h1|span)\b/g)) {
    if (close) expect(open.pop()).toBe(name)
    else open.push(name!)
  }
  expect(open).toEqual([])
  expect(letter.html.indexOf('Kauppatori')).toBeLessThan(letter.html.indexOf('<h1'))
})
