import type { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { rateInput } from './schema.ts'

export type RateRefusal = 'invalid' | 'not_found'

/** Makes or changes a way of delivery in a zone. Open carts are reckoned with it at once, orders keep theirs. */
export async function saveRate(
  ctx: Context,
  actor: Actor,
  input: z.input<typeof rateInput>
): Promise<Outcome<{ id: string }, RateRefusal>> {
  const parsed = parse(rateInput, input)
  if (!parsed.ok) return parsed
  const { shopId } = actor
  const { id: given, zoneId, ...rate } = parsed.value
  return write(ctx, shopId, async (tx) => {
    if (!(await knows(tx, shopId, zoneId, rate.locationId ?? null))) return refused('not_found')
    const id = given ?? ctx.ids.next()
    const values = {
      ...{ name: rate.name, detail: rate.detail, kind: rate.kind, price: rate.price },
      ...{ per_kg: rate.perKg, min_grams: rate.minGrams, max_grams: rate.maxGrams ?? null },
      free_over: rate.freeOver ?? null,
      location_id: rate.kind === 'pickup' ? (rate.locationId ?? null) : null
    }
    const saved = given
      ? await tx
          .updateTable('shipping_rates')
          .set(values)
          .where((eb) => eb.and({ shop_id: shopId, id: given, zone_id: zoneId }))
          .returning('id')
          .executeTakeFirst()
      : await tx
          .insertInto('shipping_rates')
          .values({ shop_id: shopId, id, zone_id: zoneId, position: 100, ...values })
          .returning('id')
          .executeTakeFirst()
    return saved ? done(saved) : refused('not_found')
  })
}

/** Whether zone and place are this shop's. */
async function knows(tx: Tx, shopId: number, zoneId: string, locationId: string | null): Promise<boolean> {
  const zone = await tx
    .selectFrom('shipping_zones')
    .select('id')
    .where((eb) => eb.and({ shop_id: shopId, id: zoneId }))
    .executeTakeFirst()
  if (!zone || !locationId) return zone !== undefined
  const place = await tx
    .selectFrom('locations')
    .select('id')
    .where((eb) => eb.and({ shop_id: shopId, id: locationId }))
    .executeTakeFirst()
  return place !== undefined
}
