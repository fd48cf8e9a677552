import { z } from '@hono/zod-openapi'
import {
  listCountries,
  listTaxRates,
  listZones,
  removeRate,
  removeTaxRate,
  removeZone,
  saveRate,
  saveZone,
  setTaxRate
} from '#domain/delivery/index.ts'
import { confirmDelivery } from '#domain/setup/index.ts'
import { done } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { amount, byId, count, found } from '../fields.ts'
import { operation } from '../operation.ts'

/** How goods reach their buyers, what that costs, and VAT. */
export const delivery = openApp()

const permission = 'shop.settings'
const saved = z.object({ id: z.uuid() })
const RateKind = z.enum(['flat', 'weight', 'pickup'])
const Rate = z
  .object({
    id: z.uuid(),
    zoneId: z.uuid(),
    name: z.string(),
    detail: z.string(),
    kind: RateKind,
    price: amount,
    perKg: amount,
    minGrams: count,
    maxGrams: count.nullable(),
    freeOver: amount.nullable(),
    locationId: z.uuid().nullable()
  })
  .openapi('Rate')
const Zone = z
  .object({ id: z.uuid(), name: z.string(), countries: z.array(z.string()), rates: z.array(Rate) })
  .openapi('Zone')
const ZoneFields = z.strictObject({
  name: z.string(),
  countries: z.array(z.string()).openapi({ description: 'Country codes, or * for every other country.' })
})
const RateFields = z.strictObject({
  zoneId: z.uuid(),
  name: z.string(),
  detail: z.string().optional(),
  kind: RateKind,
  price: amount,
  perKg: amount.optional(),
  minGrams: count.optional(),
  maxGrams: count.nullish(),
  freeOver: amount.nullish(),
  locationId: z.uuid().nullish()
})
const zone = { body: ZoneFields, example: { name: 'Nordics', countries: ['NO', 'SE'] }, answer: saved }
const zoneId = '0190b3d2-7c4e-7a11-9b1f-5e2f7f1c0a11'
const rate = {
  body: RateFields,
  example: { zoneId, name: 'To the door', kind: 'flat' as const, price: 890, freeOver: 10_000 },
  answer: saved
}

operation(
  delivery,
  {
    ...{ name: 'listZones', method: 'get', path: '/delivery/zones', permission },
    ...{ summary: 'Zones with their ways of delivery', answer: z.object({ zones: z.array(Zone) }) }
  },
  async ({ ctx, shop }) => done({ zones: await listZones(ctx, shop.id) })
)
operation(
  delivery,
  {
    ...{ name: 'getZone', method: 'get', path: '/delivery/zones/{id}', permission, params: byId },
    ...{ summary: 'One zone', answer: Zone, watches: 'zone' }
  },
  async ({ ctx, shop, params }) => {
    const zones = await listZones(ctx, shop.id)
    return found(zones.find(({ id }) => id === params.id), 'not_found') // prettier-ignore
  }
)
operation(
  delivery,
  {
    ...{ name: 'createZone', method: 'post', path: '/delivery/zones', permission, status: 201, ...zone },
    ...{ summary: 'Make a zone', refusals: ['not_found', 'country_in_zone'] }
  },
  async ({ ctx, actor, body }) => saveZone(ctx, actor, body)
)
operation(
  delivery,
  {
    ...{ name: 'changeZone', method: 'put', path: '/delivery/zones/{id}', permission, params: byId, ...zone },
    ...{ summary: 'Change a zone', refusals: ['country_in_zone'], watches: 'zone' }
  },
  async ({ ctx, actor, params, body }) => saveZone(ctx, actor, { id: params.id, ...body })
)
operation(
  delivery,
  {
    ...{ name: 'removeZone', method: 'delete', path: '/delivery/zones/{id}', permission, params: byId },
    ...{ summary: 'Remove a zone and its ways of delivery', watches: 'zone' }
  },
  async ({ ctx, actor, params }) => removeZone(ctx, actor, params)
)
operation(
  delivery,
  {
    ...{ name: 'getRate', method: 'get', path: '/delivery/rates/{id}', permission, params: byId },
    ...{ summary: 'One way of delivery', answer: Rate, watches: 'rate' }
  },
  async ({ ctx, shop, params }) => {
    const rates = (await listZones(ctx, shop.id)).flatMap((zone) => zone.rates)
    return found(rates.find(({ id }) => id === params.id), 'not_found') // prettier-ignore
  }
)
operation(
  delivery,
  {
    ...{ name: 'createRate', method: 'post', path: '/delivery/rates', permission, status: 201, ...rate },
    ...{ summary: 'Make a way of delivery', refusals: ['not_found'] }
  },
  async ({ ctx, actor, body }) => saveRate(ctx, actor, body)
)
operation(
  delivery,
  {
    ...{ name: 'changeRate', method: 'put', path: '/delivery/rates/{id}', permission, params: byId, ...rate },
    ...{ summary: 'Change a way of delivery', watches: 'rate' }
  },
  async ({ ctx, actor, params, body }) => saveRate(ctx, actor, { id: params.id, ...body })
)
operation(
  delivery,
  {
    ...{ name: 'removeRate', method: 'delete', path: '/delivery/rates/{id}', permission, params: byId },
    ...{ summary: 'Remove a way of delivery', watches: 'rate' }
  },
  async ({ ctx, actor, params }) => removeRate(ctx, actor, params)
)
operation(
  delivery,
  {
    ...{ name: 'confirmDelivery', method: 'put', path: '/delivery/confirmation', permission },
    summary: 'Say that the prices the shop started with are right'
  },
  async ({ ctx, actor }) => confirmDelivery(ctx, actor)
)

const TaxClass = z.enum(['standard', 'reduced', 'zero'])
const TaxRate = z
  .object({ country: z.string(), taxClass: z.string(), validFrom: z.string(), basisPoints: count })
  .openapi('TaxRate')
const dated = { country: z.string(), taxClass: TaxClass, validFrom: z.iso.date() }

operation(
  delivery,
  {
    ...{ name: 'listTaxRates', method: 'get', path: '/tax-rates', permission },
    ...{
      summary: 'Rates of VAT, by country and day',
      answer: z.object({ taxRates: z.array(TaxRate) }),
      watches: 'taxRates'
    }
  },
  async ({ ctx, shop }) => done({ taxRates: await listTaxRates(ctx, shop.id) })
)
operation(
  delivery,
  {
    ...{ name: 'setTaxRate', method: 'put', path: '/tax-rates', permission },
    ...{ summary: 'Set a rate of VAT from a day on', watches: 'taxRates' },
    body: z.strictObject({ ...dated, basisPoints: count.max(10_000) }),
    example: { country: 'FI', taxClass: 'standard', validFrom: '2027-01-01', basisPoints: 2550 }
  },
  async ({ ctx, actor, body }) => setTaxRate(ctx, actor, body)
)
operation(
  delivery,
  {
    ...{
      name: 'removeTaxRate',
      method: 'delete',
      path: '/tax-rates/{country}/{taxClass}/{validFrom}',
      permission
    },
    ...{ summary: 'Remove a rate of VAT', params: z.object(dated), watches: 'taxRates' }
  },
  async ({ ctx, actor, params }) => removeTaxRate(ctx, actor, params)
)

const Country = z.object({ code: z.string(), name: z.string() }).openapi('Country')

operation(
  delivery,
  {
    ...{ name: 'listCountries', method: 'get', path: '/countries', permission: 'public' },
    ...{ summary: 'The countries the shop sends to', answer: z.object({ countries: z.array(Country) }) }
  },
  async ({ ctx, shop, locale }) => done({ countries: await listCountries(ctx, shop.id, locale) })
)
