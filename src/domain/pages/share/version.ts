import { createHash } from 'node:crypto'
import type { Shop } from '#domain/shops/index.ts'
import type { PageCard } from '../card.ts'

/** Raised when the drawing changes: every share picture gets another address and is made anew. */
const DRAWING = 1

type Look = Pick<Shop, 'name' | 'brand' | 'currency' | 'locale'>

/** What a card's share picture is made of, in sixteen letters: the same card and look always give the same. */
export function versionOf({ name, brand, currency, locale }: Look, card: PageCard): string {
  const pictures = card.pictures.map(({ id, focal, renditions }) => [id, focal, renditions.jpeg])
  const all = [DRAWING, name, brand, currency, locale, card.kind, card.title, card.text, card.price, pictures]
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16)
}

/** Where a card's share picture is served; another address as soon as anything on it changes. */
export function sharePath(shop: Look, card: PageCard): string {
  const path = card.path === '/' ? '' : card.path.replace('/products?collection=', '/collections/')
  return `/share${path}/${versionOf(shop, card)}.jpg`
}

/** The shop's own, whose address never changes: its front page is opened too often to ask for what is on it. */
export const SHOP_SHARE_PATH = '/share/now.jpg'

export const SHARE_SIZE = { width: 1200, height: 630 }
