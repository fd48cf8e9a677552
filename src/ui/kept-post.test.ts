import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PostView } from '#domain/posts/index.ts'
import { keptPost, withCards, type Reader } from './kept-post.ts'

const NOW = new Date('2026-11-28T09:00:00Z')
const shop = { name: 'Kauppatori', currency: 'EUR', timezone: 'Europe/Helsinki', locale: 'en' }
const guest = { shop, locale: 'en', clickId: null, me: null, cards: new Map() } as Reader
const member = { ...guest, me: { name: 'Aino' } } as Reader

const post: PostView = {
  id: 'b1',
  slug: 'herring',
  title: 'Herring',
  words: ['Fresh ', { tag: 'herring' }],
  disclosure: null,
  pinned: false,
  publishedAt: new Date(NOW.getTime() - 125_000),
  pictures: [],
  tags: [
    { n: 0, picture: 0, x: 0.5, y: 0.5, productId: 'p', handle: 'jar', title: 'Jar', price: 900, compareAt: null, inStock: true, variants: 1 } // prettier-ignore
  ],
  counts: { likes: 1, reposts: 0, saves: 0, comments: 0, shares: 0 },
  mine: { like: false, repost: false, save: false }
}

/** Which of these cards had to be made, one asked for after the other. */
function made(asked: [Partial<PostView>, Reader, Date?][]): boolean[] {
  const title = `Herring ${Math.random()}`
  return asked.map(([change, reader, now = NOW]) => {
    let count = 0
    const card = { post: { ...structuredClone(post), title, ...change }, priority: false }
    keptPost(card, reader, () => (count++, 'html'), now)
    return count === 1
  })
}

test('readers who see the same card share it, and a card that changed in anything is made anew', () => {
  const counts = { ...post.counts, likes: 2 }
  const [jar] = post.tags
  expect(made([[{}, guest], [{}, guest], [{ counts }, guest], [{ counts }, guest]])).toEqual([true, false, true, false]) // prettier-ignore
  expect(
    made([
      [{}, guest],
      [{ tags: [{ ...jar!, inStock: false }] }, guest]
    ])
  ).toEqual([true, true])
  expect(
    made([
      [{}, guest],
      [{}, { ...guest, locale: 'fi' }]
    ])
  ).toEqual([true, true])
  const renamed = { ...guest, shop: { ...shop, name: 'Tori' } } as Reader
  expect(
    made([
      [{}, guest],
      [{}, renamed]
    ])
  ).toEqual([true, true])
})

test('what a member did is shown to that member alone', () => {
  const mine = { ...post.mine, like: true }
  expect(made([[{}, guest], [{}, member], [{ mine }, member], [{}, member]])).toEqual([true, true, true, false]) // prettier-ignore
})

test('an age is told anew when it changes, and a card with a reader’s own click is not kept', () => {
  const later = new Date(NOW.getTime() + 30_000)
  const minute = new Date(NOW.getTime() + 60_000)
  expect(
    made([
      [{}, guest],
      [{}, guest, later],
      [{}, guest, minute]
    ])
  ).toEqual([true, false, true])
  const clicked = { ...guest, clickId: 'k3f9a1bc' }
  expect(
    made([
      [{}, clicked],
      [{}, clicked]
    ])
  ).toEqual([true, true])
})

const shown = (html: string, { cards }: Reader) => new TextDecoder().decode(withCards(html, cards!))

test('a framework’s comments are left out, and the words of people stay whole', () => {
  const card = { post: { ...post, slug: 'comments' }, priority: false }
  const html = '<p><!--[0-->ä &lt;!--[--> 9 € 🐟<!--]--><!----></p><!--[-1--><!--]-->'
  const clean = '<p>ä &lt;!--[--> 9 € 🐟</p>'
  expect(keptPost(card, { ...guest, clickId: 'k3f9a1bc' }, () => html)).toBe(clean)
  expect(shown(`<b>å</b>${keptPost(card, guest, () => html)}<i>€</i>`, guest)).toBe(
    `<b>å</b>${clean}<i>€</i>`
  )
})

test('every card of a page stands in its place, twice the same one too, and only those of the page', () => {
  const reader = { ...guest, cards: new Map<string, Uint8Array>() }
  const marks = ['a', 'b', 'a'].map((slug) =>
    keptPost({ post: { ...post, title: 'places', slug }, priority: false }, reader, () => `<p>${slug}</p>`)
  )
  expect(shown(marks.join('·'), reader)).toBe('<p>a</p>·<p>b</p>·<p>a</p>')
  const foreign = keptPost({ post: { ...post, title: 'foreign' }, priority: false }, guest, () => 'secret')
  expect(shown(foreign, reader)).toBe(foreign)
})

test('a card and its parts read nothing of the page that a kept card does not know', () => {
  const read = new Set<string>()
  const seen = new Set<string>()
  const look = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    const source = readFileSync(join(import.meta.dirname, name), 'utf8')
    for (const [, what] of source.matchAll(/\bpage\.(\w+(?:\??\.\w+)*)/g)) read.add(what!)
    for (const [asks] of source.matchAll(/\bactionHere\b|\bsignInFor\(\)/g)) read.add(asks)
    for (const [, next] of source.matchAll(/from '\.\/([\w-]+\.(?:svelte|ts))'/g))
      if (next !== 'to.ts') look(next!)
  }
  look('PostCard.svelte')
  expect(seen.size).toBeGreaterThan(10)
  const ofShop = ['currency', 'name', 'timezone'].map((name) => `data.shop?.${name}`)
  // Links made by to.ts know language, shop and click; only those for where one is now know more.
  expect([...read].sort()).toEqual(['data.locale', 'data.me', ...ofShop])
})
