import type { Insertable } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { readGoodsBySku } from '#domain/carts/index.ts'
import { findCoupon } from '#domain/coupons/index.ts'
import { write } from '#domain/ledger/index.ts'
import type { DB, Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { createLinkInput, type CreateLinkInput, type LinkTarget } from './schema.ts'

export type CreateLinkRefusal =
  | 'invalid'
  | 'code_taken'
  | 'post_not_found'
  | 'product_not_found'
  | 'campaign_not_found'
  | 'sku_unknown'
  | 'coupon_unknown'
  | 'link_over'

type CartTarget = Extract<LinkTarget, { items: unknown }>

const TRIES = 5

/** Makes a short link to something of this shop, or one that fills a cart. Answers its code; a wished code may be taken. */
export async function createLink(
  ctx: Context,
  actor: Actor,
  input: CreateLinkInput
): Promise<Outcome<{ code: string }, CreateLinkRefusal>> {
  const parsed = parse(createLinkInput, input)
  if (!parsed.ok) return parsed
  const { label, network, campaignId, expiresAt, target } = parsed.value
  const now = ctx.clock.now()
  if (expiresAt && expiresAt <= now) return refused('link_over')
  return write(ctx, actor.shopId, async (tx) => {
    const refusal = await missing(tx, actor.shopId, target, campaignId)
    if (refusal) return refusal
    const row = {
      ...{ shop_id: actor.shopId, label, network: network ?? null, ...columnsOf(target) },
      ...{ campaign_id: campaignId ?? (await campaignOf(tx, actor.shopId, target)) },
      ...{ created_by: actor.memberId, created_at: now, expires_at: expiresAt ?? null }
    }
    for (let i = 0; i < TRIES; i++) {
      const code = parsed.value.code ?? ctx.ids.code(7)
      if (await insert(tx, { ...row, code })) return done({ code })
      if (parsed.value.code) return refused('code_taken')
    }
    throw new Error('no free code was found')
  })
}

async function insert(tx: Tx, row: Row): Promise<boolean> {
  const inserted = await tx
    .insertInto('links')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('code')
    .executeTakeFirst()
  return inserted !== undefined
}

type Row = Insertable<DB['links']>

function columnsOf(target: LinkTarget) {
  const none = { kind: 'short', post_id: null, product_id: null, items: null, coupon_code: null }
  if ('path' in target) return { ...none, target: target.path }
  if ('postId' in target) return { ...none, target: `post:${target.postId}`, post_id: target.postId }
  if ('productId' in target)
    return { ...none, target: `product:${target.productId}`, product_id: target.productId }
  const { items, coupon } = target
  return { ...none, kind: 'buy', target: 'cart', items: JSON.stringify(items), coupon_code: coupon ?? null }
}

/** A link to a post belongs to the post's campaign unless it says otherwise. */
async function campaignOf(tx: Tx, shopId: number, target: LinkTarget): Promise<string | null> {
  if (!('postId' in target)) return null
  const { campaign_id } = await tx
    .selectFrom('posts')
    .select('campaign_id')
    .where('shop_id', '=', shopId)
    .where('id', '=', target.postId)
    .executeTakeFirstOrThrow()
  return campaign_id
}

async function missing(tx: Tx, shopId: number, target: LinkTarget, campaignId: string | undefined) {
  const has = async (table: 'posts' | 'products' | 'campaigns', id: string) =>
    tx.selectFrom(table).select('id').where('shop_id', '=', shopId).where('id', '=', id).executeTakeFirst()
  if (campaignId && !(await has('campaigns', campaignId))) return refused('campaign_not_found')
  if ('postId' in target && !(await has('posts', target.postId))) return refused('post_not_found')
  if ('productId' in target && !(await has('products', target.productId))) return refused('product_not_found')
  return 'items' in target ? missingInCart(tx, shopId, target) : undefined
}

/** What a filled cart names that this shop does not have: once it is printed, it is too late to tell. */
async function missingInCart(tx: Tx, shopId: number, { items, coupon }: CartTarget) {
  const skus = items.map(({ sku }) => sku)
  const goods = await readGoodsBySku(tx, shopId, skus)
  const unknown = skus.find((sku) => !goods.some((one) => one.sku === sku))
  if (unknown) return refused('sku_unknown', { sku: unknown })
  return coupon && !(await findCoupon(tx, shopId, coupon)) ? refused('coupon_unknown') : undefined
}
