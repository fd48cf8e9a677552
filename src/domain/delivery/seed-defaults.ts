import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import { exponentOf } from '#platform/money/index.ts'
import * as m from '#messages'
import { EU, VAT_RATES } from './data/vat-rates.ts'

type Locale = 'en' | 'fi' | 'nb'

/** Roughly how many of a currency's whole units a euro is, for a first price list that the shop then changes. */
const EURO: Record<string, number> = {
  SEK: 10,
  NOK: 10,
  DKK: 10,
  ISK: 150,
  CZK: 25,
  HUF: 400,
  PLN: 4,
  JPY: 150
}

/**
 * A new shop's first terms, all of them changeable: pick-up, two rates at home, one for the rest of the EU (for a
 * shop in it), one by weight for the world; VAT of home and, within the EU, of every country goods may go to.
 * What leaves the VAT area is an export: it has no rate, so no VAT is taken out of its price.
 */
export async function seedDelivery(
  ctx: Pick<Context, 'ids'>,
  tx: Tx,
  shopId: number,
  country: string
): Promise<void> {
  const shop = await tx
    .selectFrom('shops')
    .select(['currency', 'locale'])
    .where('shop_id', '=', shopId)
    .executeTakeFirstOrThrow()
  const price = (euros: number) =>
    Math.round(euros * (EURO[shop.currency] ?? 1) * 10 ** exponentOf(shop.currency))
  const zones = zonesFor(country, price, { locale: shop.locale as Locale })
  const home = await pickupPlace(tx, shopId)
  for (const [position, zone] of zones.entries()) {
    const id = ctx.ids.next()
    const row = { shop_id: shopId, id, name: zone.name, countries: zone.countries, position }
    await tx.insertInto('shipping_zones').values(row).execute()
    const rates = zone.rates.map((rate, i) => ({
      ...{ shop_id: shopId, id: ctx.ids.next(), zone_id: id, position: i, ...rate },
      location_id: rate.kind === 'pickup' ? home : null
    }))
    await tx.insertInto('shipping_rates').values(rates).execute()
  }
  await seedTaxes(tx, shopId, country)
}

type Rate = {
  name: string
  kind: 'flat' | 'weight' | 'pickup'
  price: number
  per_kg?: number
  free_over?: number
}
type Zone = { name: string; countries: string[]; rates: Rate[] }

function zonesFor(country: string, price: (euros: number) => number, locale: { locale: Locale }): Zone[] {
  const zones: Zone[] = [
    {
      name: m.shipping_zone_home({}, locale),
      countries: [country],
      rates: [
        { name: '@pickup', kind: 'pickup', price: 0 },
        { name: '@locker', kind: 'flat', price: price(4.9), free_over: price(80) },
        { name: '@door', kind: 'flat', price: price(7.9) }
      ]
    }
  ]
  if (EU.includes(country)) {
    const countries = EU.filter((member) => member !== country)
    const rates: Rate[] = [{ name: '@door', kind: 'flat', price: price(12.9) }]
    zones.push({ name: m.shipping_zone_eu({}, locale), countries, rates })
  }
  const abroad: Rate = {
    name: '@door',
    kind: 'weight',
    price: price(14),
    per_kg: price(6)
  }
  zones.push({ name: m.shipping_zone_world({}, locale), countries: ['*'], rates: [abroad] })
  return zones
}

async function pickupPlace(tx: Tx, shopId: number): Promise<string | null> {
  const place = await tx
    .selectFrom('locations')
    .select('id')
    .where('shop_id', '=', shopId)
    .orderBy('pickup', 'desc')
    .orderBy('is_default', 'desc')
    .limit(1)
    .executeTakeFirst()
  return place?.id ?? null
}

async function seedTaxes(tx: Tx, shopId: number, country: string): Promise<void> {
  const area = EU.includes(country) ? EU : [country]
  const rows = VAT_RATES.filter(([of]) => area.includes(of)).map(([of, tax_class, valid_from, points]) => ({
    ...{ shop_id: shopId, country: of, tax_class, valid_from, basis_points: points }
  }))
  const zero = area.map((of) => ({
    ...{ shop_id: shopId, country: of, tax_class: 'zero', valid_from: '1970-01-01', basis_points: 0 }
  }))
  await tx
    .insertInto('tax_rates')
    .values([...rows, ...zero])
    .execute()
}
