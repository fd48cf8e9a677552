import { sql } from 'kysely'
import type { Context } from '#context'
import { named } from './rate-name.ts'
import type { ShippingRate } from './rates.ts'

export type Zone = { id: string; name: string; countries: string[]; rates: ShippingRate[] }

/** The zones of a shop with their rates, as its settings show them. */
export async function listZones(ctx: Pick<Context, 'db'>, shopId: number): Promise<Zone[]> {
  const { rows } = await sql<Zone>`
    select z.id, z.name, z.countries, coalesce((
      select jsonb_agg(jsonb_build_object('id', r.id, 'zoneId', r.zone_id, 'name', r.name, 'detail', r.detail,
        'kind', r.kind, 'price', r.price, 'perKg', r.per_kg, 'minGrams', r.min_grams, 'maxGrams', r.max_grams,
        'freeOver', r.free_over, 'locationId', r.location_id) order by r.position, r.price, r.id)
      from shipping_rates r where r.shop_id = ${shopId} and r.zone_id = z.id), '[]') as rates
    from shipping_zones z where z.shop_id = ${shopId} order by z.position, z.id`.execute(ctx.db)
  return rows.map((zone) => ({ ...zone, rates: zone.rates.map(named) }))
}

export type TaxRate = { country: string; taxClass: string; validFrom: string; basisPoints: number }

/** Every dated rate of VAT, by country, the newest first. */
export async function listTaxRates(ctx: Pick<Context, 'db'>, shopId: number): Promise<TaxRate[]> {
  return ctx.db
    .selectFrom('tax_rates')
    .select(['country', 'tax_class as taxClass', 'valid_from as validFrom', 'basis_points as basisPoints'])
    .where('shop_id', '=', shopId)
    .where('tax_class', '<>', 'zero')
    .orderBy('country')
    .orderBy('tax_class', 'desc')
    .orderBy('valid_from', 'desc')
    .execute()
}
