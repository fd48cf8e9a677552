import type { Context } from '#context'
import { actorKey, type Actor } from '#domain/accounts/index.ts'
import type { Entry } from '#domain/ledger/index.ts'
import { setLevels } from '#domain/stock/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, type Outcome } from '#platform/outcome.ts'
import { checkPlans, type PlanRefusal } from './check-plans.ts'
import { levelsOf, type Plan } from './plan.ts'
import { saveCollections, savePictures, saveTags } from './save-parts.ts'
import { rowDiffers, touchProducts, writeProducts } from './write-products.ts'
import { recordPrices, writeVariants } from './write-variants.ts'

export type Saved = { id: string; change: 'created' | 'updated' | 'unchanged' }
export type Savings = { outcomes: Outcome<Saved, PlanRefusal>[]; entries: Entry[] }

/**
 * Writes plans in the caller's transaction, each whole or not at all, in as many statements for a hundred as for one.
 * The ledger's entries are answered, not written: the caller appends them last.
 */
export async function savePlans(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  plans: readonly Plan[]
): Promise<Savings> {
  const { shopId } = actor
  const refusals = await checkPlans(tx, shopId, plans)
  const accepted = plans.filter((plan) => !refusals.has(plan))
  await writeProducts(ctx, tx, shopId, accepted)
  const altered = await saveParts(tx, shopId, accepted)
  await writeVariants(ctx, tx, shopId, accepted)
  await recordPrices(ctx, tx, shopId, accepted.flatMap(({ priced }) => priced)) // prettier-ignore
  const stock = await saveLevels(ctx, tx, actor, accepted)
  for (const plan of accepted) {
    if (rowDiffers(plan) || plan.changed.length || plan.gone.length || stock.has(plan)) altered.add(plan)
  }
  await touchProducts(ctx, tx, shopId, [...altered].flatMap(({ existing, id }) => (existing ? id : []))) // prettier-ignore
  const outcomeOf = (plan: Plan) =>
    refusals.get(plan) ?? done({ id: plan.id, change: changeOf(plan, altered) })
  return {
    outcomes: plans.map(outcomeOf),
    entries: accepted.flatMap((plan) => [
      ...priceEntries(actor, plan),
      ...stockEntries(actor, plan, stock.get(plan) ?? [])
    ])
  }
}

const changeOf = (plan: Plan, altered: ReadonlySet<Plan>): Saved['change'] =>
  !plan.existing ? 'created' : altered.has(plan) ? 'updated' : 'unchanged'

/** What a product's fields do not name stays as it is. Answers the plans whose parts changed. */
async function saveParts(tx: Tx, shopId: number, plans: readonly Plan[]): Promise<Set<Plan>> {
  const altered = await saveTags(tx, shopId, plans)
  for (const plan of plans) {
    const { collectionIds, pictures } = plan.fields
    if (collectionIds && (await saveCollections(tx, shopId, plan.id, collectionIds))) altered.add(plan)
    if (pictures && (await savePictures(tx, shopId, plan.id, pictures))) altered.add(plan)
  }
  return altered
}

type Change = { variantId: string; change: number }

async function saveLevels(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  plans: readonly Plan[]
): Promise<Map<Plan, Change[]>> {
  const owners = new Map(plans.flatMap((plan) => plan.matched.map(({ id }) => [id, plan])))
  const why = { reason: reasonOf(actor), actor: actorKey(actor) } as const
  const { changes } = await setLevels(ctx, tx, actor.shopId, plans.flatMap(levelsOf), why)
  return Map.groupBy(changes, ({ variantId }) => owners.get(variantId)!)
}

const reasonOf = (actor: Actor) => (actor.role === 'system' ? 'import' : 'set')

const priceEntries = (actor: Actor, { id, priced }: Plan): Entry[] =>
  priced.map(({ id: variantId, row, fields }) => ({
    kind: 'price',
    actor: actorKey(actor),
    subject: { kind: 'product', id },
    amount: fields.price,
    payload: { variantId, from: row?.price ?? null, to: fields.price }
  }))

const stockEntries = (actor: Actor, { id }: Plan, changes: readonly Change[]): Entry[] =>
  changes.map(({ variantId, change }) => ({
    kind: 'stock',
    actor: actorKey(actor),
    subject: { kind: 'product', id },
    quantity: change,
    payload: { variantId, reason: reasonOf(actor) }
  }))
