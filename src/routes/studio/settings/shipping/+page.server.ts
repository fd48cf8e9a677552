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
import { confirmDelivery, openingOf } from '#domain/setup/index.ts'
import { listLocations } from '#domain/stock/index.ts'
import { fieldsOf, refuse } from '../../../refuse.ts'
import { rateOf, taxRateOf, zoneOf } from './read-form.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop, locale } }) => {
  const [zones, taxRates, places, countries, opening] = await Promise.all([
    listZones(ctx, shop.id),
    listTaxRates(ctx, shop.id),
    listLocations(ctx, shop.id),
    listCountries(ctx, shop.id, locale),
    openingOf(ctx, shop.id)
  ])
  return { zones, taxRates, places, countries, confirmed: opening?.delivery ?? true, currency: shop.currency }
}

type Answer = { ok: true } | { ok: false; refusal: string; detail?: Record<string, string | number> }

const act =
  (work: (locals: App.Locals, fields: Record<string, string>) => Promise<Answer>) =>
  async (event: RequestEvent) => {
    const fields = await fieldsOf(event)
    const outcome = await work(event.locals, fields)
    return outcome.ok ? { saved: fields.form ?? 'delivery' } : refuse(event, outcome, fields)
  }

export const actions: Actions = {
  confirm: act(({ ctx, actor }) => confirmDelivery(ctx, actor)),
  zone: act(({ ctx, actor }, fields) => saveZone(ctx, actor, zoneOf(fields))),
  removeZone: act(({ ctx, actor }, { id }) => removeZone(ctx, actor, { id: id ?? '' })),
  rate: act(async ({ ctx, actor, shop }, fields) => {
    const input = rateOf(fields, shop.currency)
    return input.ok ? saveRate(ctx, actor, input.value) : input
  }),
  removeRate: act(({ ctx, actor }, { id }) => removeRate(ctx, actor, { id: id ?? '' })),
  tax: act(({ ctx, actor }, fields) => setTaxRate(ctx, actor, taxRateOf(fields))),
  removeTax: act(({ ctx, actor }, fields) =>
    removeTaxRate(ctx, actor, taxRateOf({ ...fields, percent: '0' }))
  )
}
