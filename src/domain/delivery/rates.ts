import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/index.ts'

/** Basis points by tax class, of the country the goods go to; 2550 is 25.5 %. A class without a rate is standard. */
export type TaxRates = Readonly<Record<string, number>>

export type ShippingRate = {
  id: string
  zoneId: string
  name: string
  detail: string
  kind: 'flat' | 'weight' | 'pickup'
  price: number
  perKg: number
  minGrams: number
  maxGrams: number | null
  freeOver: number | null
  locationId: string | null
}

/** A way a cart can reach its buyer, at its price for that cart. */
export type OfferedRate = Pick<ShippingRate, 'id' | 'name' | 'detail' | 'kind' | 'price' | 'locationId'>

/** What a shop asks of goods that go to one country on one day. */
export type Terms = {
  currency: string
  country: string
  rates: ShippingRate[]
  taxes: TaxRates
}

/**
 * A shop's terms for a country: its rates of delivery (the zone that names the country, or else the one of all
 * others) and of VAT on that day. One statement.
 */
export async function readTerms(db: Db | Tx, shopId: number, country: string, day: Date): Promise<Terms> {
  const { rows } = await sql<Terms>`
    select s.currency, ${country}::text as country,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'zoneId', r.zone_id, 'name', r.name,
          'detail', r.detail, 'kind', r.kind, 'price', r.price, 'perKg', r.per_kg, 'minGrams', r.min_grams,
          'maxGrams', r.max_grams, 'freeOver', r.free_over, 'locationId', r.location_id)
          order by z.position, r.position, r.price, r.id), '[]')
        from shipping_zones z join shipping_rates r on r.shop_id = ${shopId} and r.zone_id = z.id
        where z.shop_id = ${shopId} and (${country} = any(z.countries) or ('*' = any(z.countries) and not exists (
          select 1 from shipping_zones o where o.shop_id = ${shopId} and ${country} = any(o.countries))))) as rates,
      (select coalesce(jsonb_object_agg(t.tax_class, t.basis_points), '{}') from (
        select distinct on (tax_class) tax_class, basis_points from tax_rates
        where shop_id = ${shopId} and country = ${country} and valid_from <= ${day.toISOString().slice(0, 10)}::date
        order by tax_class, valid_from desc) t) as taxes
    from shops s where s.shop_id = ${shopId}`.execute(db)
  if (!rows[0]) throw new Error(`No shop ${shopId}`)
  return rows[0]
}

/** The rates these goods can be sent by, with their price: by weight per started kilogram, free from a worth on. */
export function offerRates(terms: Terms, { grams, worth }: { grams: number; worth: number }): OfferedRate[] {
  return terms.rates
    .filter((rate) => grams >= rate.minGrams && (rate.maxGrams === null || grams <= rate.maxGrams))
    .map(({ id, name, detail, kind, locationId, ...rate }) => {
      const price = rate.price + (kind === 'weight' ? rate.perKg * Math.ceil(grams / 1_000) : 0)
      const free = rate.freeOver !== null && worth >= rate.freeOver
      return { id, name, detail, kind, locationId, price: free ? 0 : price }
    })
}
