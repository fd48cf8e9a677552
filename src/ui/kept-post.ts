import type { PostView } from '#domain/posts/index.ts'
import { keepLast } from '#platform/remember.ts'
import { distance } from './format.ts'

/** Cards kept as bytes, by the mark that stands for each in the HTML of a page. */
export type CardBytes = Map<string, Uint8Array>

/** What a card takes from its page: who is looking only as far as it shows, and where its bytes are handed in. */
export type Reader = Pick<App.PageData, 'shop' | 'locale' | 'clickId' | 'me' | 'cards'>
export type Card = { post: PostView; priority: boolean }

type Kept = { mark: string; bytes: Uint8Array }

const MOST = 1_000
const keep = keepLast<Kept>(MOST)

/**
 * A post's card as HTML, for a page that no framework takes over in the browser. Most readers see the same card, so it
 * is made once and kept under everything that it is made of: nothing has to be thrown away when a post, a price or a
 * count changes, and no reader can get what was made for another. A kept card is bytes, and the HTML only says where
 * they go. Links with a click of their own are made anew.
 */
export function keptPost(card: Card, reader: Reader, render: () => string, now = new Date()): string {
  const make = () => withoutAnchors(render())
  if (reader.clickId || !reader.cards) return make()
  const { mark, bytes } = keep(keyOf(card, reader, now), () => kept(make()))
  reader.cards.set(mark, bytes)
  return mark
}

// Nobody's words can stand for a card: what people write is escaped before it is HTML.
const kept = (html: string): Kept => ({
  mark: `<!--card ${crypto.randomUUID()}-->`,
  bytes: new TextEncoder().encode(html)
})

/** The page as bytes, its kept cards in their places: they are not joined and encoded again for every reader. */
export function withCards(html: string, cards: CardBytes): Uint8Array {
  const parts = html.split(/(<!--card [\da-f-]{36}-->)/)
  return Buffer.concat(parts.map((part) => cards.get(part) ?? Buffer.from(part)))
}

/** All that PostCard and its parts read; the test knows when they begin to read more. */
function keyOf({ post, priority }: Card, { shop, locale, me }: Reader, now: Date): string {
  const { name, currency, timezone, locale: home } = shop ?? {}
  const age = distance(post.publishedAt, now)
  return JSON.stringify([post, priority, age, locale, Boolean(me), name, currency, timezone, home])
}

/** The comments by which a framework finds its way are of no use where none comes. */
const withoutAnchors = (html: string): string => html.replace(/<!--(?:\[-?\d*|\]|)-->/g, '')
