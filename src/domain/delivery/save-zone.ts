import type { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { zoneInput } from './schema.ts'

export type ZoneRefusal = 'invalid' | 'not_found' | 'country_in_zone'

/** Makes or changes a zone of delivery. A country belongs to one zone, so that everyone is offered one list. */
export async function saveZone(
  ctx: Context,
  actor: Actor,
  input: z.input<typeof zoneInput>
): Promise<Outcome<{ id: string }, ZoneRefusal>> {
  const parsed = parse(zoneInput, input)
  if (!parsed.ok) return parsed
  const { name, countries } = parsed.value
  const { shopId } = actor
  return write(ctx, shopId, async (tx) => {
    const zones = await tx
      .selectFrom('shipping_zones')
      .select(['id', 'name', 'countries'])
      .where('shop_id', '=', shopId)
      .forUpdate()
      .execute()
    const id = parsed.value.id ?? ctx.ids.next()
    const taken = zones.find((zone) => zone.id !== id && zone.countries.some((c) => countries.includes(c)))
    if (taken) return refused('country_in_zone', { zone: taken.name })
    if (parsed.value.id && !zones.some((zone) => zone.id === id)) return refused('not_found')
    await tx
      .insertInto('shipping_zones')
      .values({ shop_id: shopId, id, name, countries, position: zones.length })
      .onConflict((c) => c.columns(['shop_id', 'id']).doUpdateSet({ name, countries }))
      .execute()
    return done({ id })
  })
}
