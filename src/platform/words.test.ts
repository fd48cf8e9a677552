import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashtagsOf, segmentsOf, type Segment } from './words.ts'

const textOf = (segment: Segment) =>
  typeof segment === 'string' ? segment : 'tag' in segment ? `#${segment.tag}` : segment.text

test('links and hashtags are found, and only safe links', () => {
  expect(segmentsOf('See kauppatori.fi/a?b=1, #Silakka now')).toEqual([
    'See ',
    { href: 'http://kauppatori.fi/a?b=1', text: 'kauppatori.fi/a?b=1' },
    ', ',
    { tag: 'Silakka' },
    ' now'
  ])
  for (const trick of ['javascript:alert(1).fi', 'data:text/html,x.fi', 'ftp://a.fi/x', 'a@b.fi']) {
    const hrefs = segmentsOf(trick).flatMap((one) =>
      typeof one === 'object' && 'href' in one ? one.href : []
    )
    expect(hrefs.every((href) => /^https?:\/\//.test(href))).toBe(true)
  }
  expect(segmentsOf('<script>alert(1)</script>')).toEqual(['<script>alert(1)</script>'])
})

test('a number is no hashtag, nor is the end of an address', () => {
  expect(hashtagsOf('#1 and #2026kesä, x#no, #Kesä #kesä https://a.fi/#part')).toEqual(['2026kesä', 'kesä'])
})

test('whatever is written, nothing of it is lost or added', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('#ok ', 'https://a.fi/#x ', 'a.fi', ' #', '.', '//x.fi')
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const words = pieces.join('')
      expect(segmentsOf(words).map(textOf).join('')).toBe(words)
    })
  )
})
