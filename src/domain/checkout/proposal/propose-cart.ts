import type { Context } from '#context'
import { isOurs, readGoodsBySku, readShelf, type CartLine, type Shelf } from '#domain/carts/index.ts'
import { findCoupon, type CouponRefusal } from '#domain/coupons/index.ts'
import { reckon, type Reckoned } from '../pricing/reckon.ts'
import { groupsOf, type StoreGroup } from '../basket/elsewhere.ts'
import { problemOf, type LineProblem } from '../basket/view-basket.ts'
import { readTerms } from '#domain/delivery/index.ts'
import { writeBuyItems } from '#domain/links/index.ts'
import { listAlternatives, type Alternative } from './alternatives.ts'
import type { Item } from './read-items.ts'

export type ProposedLine = CartLine & Shelf & { problem: LineProblem | null; total: number }

/** A thing that cannot be had as proposed, and what is like it. */
export type Missing = { sku: string; title: string | null; problem: LineProblem; alternatives: Alternative[] }

export type Proposal = {
  /** What we sell ourselves. */
  lines: ProposedLine[]
  /** What stores elsewhere sell: the basket keeps it until it is continued there. */
  elsewhere: StoreGroup<ProposedLine>[]
  missing: Missing[]
  totals: Reckoned['totals']
  /** `least` is what the goods must be worth for it; one that is not `ours` only a store elsewhere may know. */
  coupon: { code: string; refusal: CouponRefusal | null; least: number; ours: boolean } | null
  /** Other codes that were asked for: one coupon holds at a time. */
  unused: string[]
  /** The goods as the form sends them back. */
  items: string
  currency: string
}

/** `cartId` is the reader's own cart: what it holds for them is theirs to be proposed. */
export type Proposing = {
  items: readonly Item[]
  /** The first that may be used is. */
  codes: readonly string[]
  country: string
  cartId: string | null
}

/**
 * The cart an address proposes. It writes nothing, so a crawler or a prefetch changes nothing: price, stock and coupon
 * are looked up at this moment, what is short is cut to what is there, and what is gone is named with alternatives.
 */
export async function proposeCart(
  ctx: Context,
  shopId: number,
  { items, codes, country, cartId }: Proposing
): Promise<Proposal> {
  const skus = items.map(({ sku }) => sku)
  const [goods, terms, coupons] = await Promise.all([
    readGoodsBySku(ctx.db, shopId, skus),
    readTerms(ctx.db, shopId, country, ctx.clock.now()),
    Promise.all(codes.map((code) => findCoupon(ctx.db, shopId, code)))
  ])
  const shelf = await readShelf(ctx, shopId, goods, cartId)
  const wanted = items.map(({ sku, quantity }) => {
    const found = goods.find((g) => g.sku === sku)
    const problem = found ? problemOf({ ...found, quantity }, shelf.get(found.variantId)!) : GONE
    return { sku, quantity, found, problem }
  })
  const lines = wanted.flatMap(({ found, quantity, problem }): ProposedLine[] => {
    if (!found || (problem && problem.kind !== 'few_left')) return []
    const line = { ...found, ...NEW, priceSeen: found.price, quantity: problem ? problem.left : quantity }
    return [{ ...line, ...shelf.get(found.variantId)!, problem, total: line.price * line.quantity }]
  })
  const gone = wanted.filter(({ problem }) => problem && problem.kind !== 'few_left')
  const like = await listAlternatives(
    ctx,
    shopId,
    gone.flatMap(({ found }) => found?.productId ?? [])
  )
  const now = ctx.clock.now()
  const tried = codes.map((code, i) => {
    const coupon = coupons[i]
    return { code, coupon, reckoned: reckon(lines, terms, { code, coupon, rateId: null, now }) }
  })
  const used = tried.find(({ reckoned }) => !reckoned.couponRefusal) ?? tried[0]
  const reckoned =
    used?.reckoned ?? reckon(lines, terms, { code: null, coupon: undefined, rateId: null, now })
  return {
    lines: lines.filter(isOurs),
    elsewhere: groupsOf(lines),
    missing: gone.map(({ sku, found, problem }) => ({
      ...{ sku, title: found?.title ?? null, problem: problem! },
      alternatives: found ? (like.get(found.productId) ?? []) : []
    })),
    totals: reckoned.totals,
    coupon: used
      ? {
          ...{ code: used.code, refusal: reckoned.couponRefusal ?? null, least: used.coupon?.minGoods ?? 0 },
          ours: reckoned.couponJudged
        }
      : null,
    unused: codes.filter((code) => code !== used?.code),
    items: writeBuyItems(lines),
    currency: terms.currency
  }
}

const GONE: LineProblem = { kind: 'gone', left: 0 }
const NEW = { choiceOpen: false, postId: null, clickId: null }
