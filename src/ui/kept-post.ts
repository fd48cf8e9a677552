import type { PostView } from '#domain/posts/index.ts'
import { keepLast } from '#platform/remember.ts'
import { distance } from './format.ts'

/** What a card takes from its page: who is looking only as far as it shows. */
export type Reader = Pick<App.PageData, 'shop' | 'locale' | 'clickId' | 'me'>
export type Card = { post: PostView; priority: boolean }

const MOST = 1_000
const keep = keepLast<string>(MOST)

/**
 * A post's card as HTML, for a page that no framework takes over in the browser. Most readers see the same card, so it
 * is made once and kept under everything that it is made of: nothing has to be thrown away when a post, a price or a
 * count changes, and no reader can get what was made for another. Only links with a click of their own are made anew.
 */
export function keptPost(card: Card, reader: Reader, render: () => string, now = new Date()): string {
  const make = () => inLatin(withoutAnchors(render()))
  return reader.clickId ? make() : keep(keyOf(card, reader, now), make)
}

/** All that PostCard and its parts read; the test knows when they begin to read more. */
function keyOf({ post, priority }: Card, { shop, locale, me }: Reader, now: Date): string {
  const { name, currency, timezone, locale: home } = shop ?? {}
  const age = distance(post.publishedAt, now)
  return JSON.stringify([post, priority, age, locale, Boolean(me), name, currency, timezone, home])
}

/** The comments by which a framework finds its way are of no use where none comes. */
const withoutAnchors = (html: string): string => html.replace(/<!--(?:\[-?\d*|\]|)-->/g, '')

/**
 * Characters beyond Latin-1 are written as references. A single one of them, as the sign in a price, would make the
 * whole page a string of two bytes a character: joining and sending it then took three times the processor time.
 */
const inLatin = (html: string): string =>
  html.replace(/[^\x00-\xff]/gu, (letter) => `&#${letter.codePointAt(0)};`)
