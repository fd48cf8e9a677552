import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { refused, type Outcome } from '#platform/outcome.ts'
import { levelsOf, type Plan } from './plan.ts'

export type PlanRefusal = 'address_taken' | 'sku_taken' | 'stock_promised'
type Refused = Extract<Outcome<never, PlanRefusal>, { ok: false }>

/** What stands against each of these plans; three queries however many. Where several do, the first is told. */
export async function checkPlans(
  tx: Tx,
  shopId: number,
  plans: readonly Plan[]
): Promise<Map<Plan, Refused>> {
  const refusals = new Map<Plan, Refused>()
  const refuse = (plan: Plan, why: Refused) => refusals.has(plan) || refusals.set(plan, why)
  await checkHandles(tx, shopId, plans, refuse)
  await checkSkus(tx, shopId, plans, refuse)
  await checkPromises(tx, shopId, plans, refuse)
  return refusals
}

type Refuse = (plan: Plan, why: Refused) => void

async function checkHandles(tx: Tx, shopId: number, plans: readonly Plan[], refuse: Refuse): Promise<void> {
  const renamed = plans.filter(({ existing, fields }) => existing?.row.handle !== fields.handle)
  if (renamed.length === 0) return
  const rows = await tx
    .selectFrom('products')
    .select('handle')
    .where('shop_id', '=', shopId)
    .where(
      'handle',
      'in',
      renamed.map(({ fields }) => fields.handle)
    ) // prettier-ignore
    .execute()
  const taken = new Set(rows.map(({ handle }) => handle))
  for (const plan of renamed) {
    const { handle } = plan.fields
    if (taken.has(handle)) refuse(plan, refused('address_taken', { handle }))
  }
}

/** A SKU is taken by another product of the shop, or by an earlier plan. */
async function checkSkus(tx: Tx, shopId: number, plans: readonly Plan[], refuse: Refuse): Promise<void> {
  const claimed = plans.flatMap((plan) => plan.changed.map(({ fields }) => ({ plan, sku: fields.sku })))
  if (claimed.length === 0) return
  const { rows } = await sql<{ sku: string; productId: string }>`
    select sku, product_id as "productId" from variants
    where shop_id = ${shopId} and sku = any(${claimed.map(({ sku }) => sku)}::text[])`.execute(tx)
  const owners = new Map(rows.map(({ sku, productId }) => [sku, productId]))
  for (const { plan, sku } of claimed) {
    const owner = owners.get(sku) ?? plan.id
    if (owner !== plan.id) refuse(plan, refused('sku_taken', { sku }))
    else owners.set(sku, plan.id)
  }
}

/** Locks the stock that plans set; none may fall below what is promised to carts and orders. */
async function checkPromises(tx: Tx, shopId: number, plans: readonly Plan[], refuse: Refuse): Promise<void> {
  const levels = plans.filter(({ existing }) => existing).flatMap((plan) => levelsOf(plan).map((level) => ({ plan, ...level }))) // prettier-ignore
  if (levels.length === 0) return
  const { rows } = await sql<{ variantId: string; locationId: string; reserved: number }>`
    select s.variant_id as "variantId", s.location_id as "locationId", s.reserved
    from stock s
    where s.shop_id = ${shopId} and s.variant_id = any(${levels.map(({ variantId }) => variantId)}::uuid[])
    order by s.variant_id, s.location_id for update`.execute(tx)
  const promised = new Map(rows.map((row) => [row.variantId + row.locationId, row.reserved]))
  for (const { plan, variantId, sku, locationId, onHand } of levels) {
    const reserved = promised.get(variantId + locationId) ?? 0
    if (onHand < reserved) refuse(plan, refused('stock_promised', { promised: reserved, sku }))
  }
}
