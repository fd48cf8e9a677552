import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import type { Visit } from '#domain/auth/index.ts'
import type { Shop } from '#domain/shops/index.ts'
import type { CampaignKey } from '../words/index.ts'
import type { Calendar } from '../story/calendar.ts'
import type { Turns } from '../story/moments.ts'
import type { Painter } from './paint.ts'
import type { Scale } from './scale.ts'

/** A good on the shelf, with what it takes to buy it. */
export type Shelved = {
  handle: string
  productId: string
  pictureIds: string[]
  variants: { id: string; sku: string; choice: readonly string[]; price: number; left: number }[]
}

/** The demo market while it is being set up: who is there, what lies on the shelves, and when it is. */
export type Market = {
  ctx: Context
  shop: Shop
  scale: Scale
  calendar: Calendar
  paint: Painter
  owner: Actor
  /** Everyone with a face, and their neighbours, by handle. */
  members: Map<string, Actor>
  shelf: Map<string, Shelved>
  /** The posts' pictures by scene, some still being painted. */
  scenes: Map<string, Promise<string>>
  campaigns: Record<CampaignKey, string>
  /** Ways of delivery by country, once somebody there has asked. */
  rates: Map<string, string[]>
  /** Orders already seen through, so that one that two walks lead to is served once. */
  placed: Set<string>
  /** One pays after the other, so that the numbers of orders follow the time. */
  till: Turns
}

/** The one who goes by this handle. */
export function memberOf({ members }: Pick<Market, 'members'>, handle: string): Actor {
  const member = members.get(handle)
  if (!member) throw new Error(`Nobody on the demo market is called ${handle}`)
  return member
}

/** Someone at the demo shop's door, who speaks its language. */
export const doorOf = (shop: Shop): Pick<Visit, 'shop' | 'locale'> => ({ shop, locale: 'en' })
