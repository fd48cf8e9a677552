import type { saveRate, saveZone, setTaxRate } from '#domain/delivery/index.ts'
import { parseMoney } from '#platform/money/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

type Fields = Record<string, string>
type RateInput = Parameters<typeof saveRate>[2]

/** A zone as the form gives it: codes between spaces or commas. */
export const zoneOf = (f: Fields): Parameters<typeof saveZone>[2] => ({
  id: f.id || null,
  name: f.name ?? '',
  countries: (f.countries ?? '')
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
})

/** A way of delivery as the form gives it: sums as people type them, an empty one is not there. */
export function rateOf(f: Fields, currency: string): Outcome<RateInput, 'invalid'> {
  const sum = (name: string) => (f[name]?.trim() ? parseMoney(f[name].trim(), currency) : null)
  const sums = { price: sum('price'), perKg: sum('perKg'), freeOver: sum('freeOver') }
  const wrong = Object.entries(sums).find(([, read]) => read === undefined)
  if (wrong) return refused('invalid', { field: wrong[0] })
  return done({
    ...{ id: f.id || null, zoneId: f.zone ?? '', name: f.name ?? '', detail: f.detail ?? '' },
    ...{ kind: f.kind as RateInput['kind'], price: sums.price ?? 0, perKg: sums.perKg ?? 0 },
    ...{ freeOver: sums.freeOver, maxGrams: f.maxGrams ? Number(f.maxGrams) : null },
    locationId: f.place || null
  })
}

/** A rate of VAT as the form gives it: per cent with a comma or a point. */
export const taxRateOf = (f: Fields): Parameters<typeof setTaxRate>[2] => ({
  country: f.country ?? '',
  taxClass: f.taxClass as 'standard',
  validFrom: f.validFrom ?? '',
  basisPoints: Math.round(Number((f.percent || 'none').replace(',', '.')) * 100)
})
