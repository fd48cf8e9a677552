import { expect, test } from 'vitest'
import { done, refused } from '#platform/outcome.ts'
import { world, type World } from '#test/world.ts'
import {
  listTaxRates,
  listZones,
  removeRate,
  removeTaxRate,
  removeZone,
  saveRate,
  saveZone,
  setTaxRate
} from './index.ts'
import { offerRates, readTerms } from './rates.ts'

const termsFor = (w: World, country: string, day = w.clock.now()) =>
  readTerms(w.ctx.db, w.shopId, country, day)
const offered = async (w: World, country: string, goods = { grams: 500, worth: 3_000 }) =>
  offerRates(await termsFor(w, country), goods).map(({ kind, price }) => [kind, price])

test('a new shop can send home, into the EU and around the world, each at its own price', async () => {
  const w = await world()
  expect(await offered(w, 'FI')).toEqual([
    ['pickup', 0],
    ['flat', 490],
    ['flat', 790]
  ])
  expect(await offered(w, 'FI', { grams: 500, worth: 8_000 })).toContainEqual(['flat', 0])
  expect(await offered(w, 'SE')).toEqual([['flat', 1_290]])
  expect(await offered(w, 'NO', { grams: 1_001, worth: 0 })).toEqual([['weight', 1_400 + 2 * 600]])
})

test('VAT is that of the destination on its day; what leaves the EU carries none', async () => {
  const w = await world()
  expect((await termsFor(w, 'FI', new Date('2024-08-31T12:00:00Z'))).taxes.standard).toBe(2_400)
  expect((await termsFor(w, 'FI', new Date('2024-09-01T12:00:00Z'))).taxes.standard).toBe(2_550)
  expect((await termsFor(w, 'FI')).taxes).toEqual({ standard: 2_550, reduced: 1_350, zero: 0 })
  expect((await termsFor(w, 'DE')).taxes.standard).toBe(1_900)
  expect((await termsFor(w, 'NO')).taxes).toEqual({})
})

test('a rate of VAT is set from a day on, and taken back', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const rate = { country: 'NO', taxClass: 'standard', validFrom: '2026-07-01', basisPoints: 2_500 } as const
  expect(await setTaxRate(w.ctx, owner, rate)).toEqual(done(null))
  expect((await termsFor(w, 'NO')).taxes).toEqual({ standard: 2_500 })
  expect((await termsFor(w, 'NO', new Date('2026-06-30T12:00:00Z'))).taxes).toEqual({})
  expect((await listTaxRates(w.ctx, w.shopId)).filter(({ country }) => country === 'NO')).toHaveLength(1)
  for (const wrong of [
    { country: 'XX' },
    { basisPoints: 10_001 },
    { basisPoints: -1 },
    { validFrom: 'soon' }
  ]) {
    expect(await setTaxRate(w.ctx, owner, { ...rate, ...wrong })).toMatchObject({ refusal: 'invalid' })
  }
  expect(await removeTaxRate(w.ctx, owner, rate)).toEqual(done(null))
  expect(await removeTaxRate(w.ctx, owner, rate)).toEqual(refused('not_found'))
})

test('a country belongs to one zone, and a zone that goes takes its rates along', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const [home] = await listZones(w.ctx, w.shopId)
  expect(await saveZone(w.ctx, owner, { name: 'Nordics', countries: ['NO', 'SE'] })).toMatchObject({
    refusal: 'country_in_zone'
  })
  const made = await saveZone(w.ctx, owner, { name: 'Norway', countries: ['NO', 'NO'] })
  if (!made.ok) throw new Error(made.refusal)
  expect(await offered(w, 'NO')).toEqual([])
  const rate = { zoneId: made.value.id, name: 'Ferry', kind: 'flat', price: 900 } as const
  const saved = await saveRate(w.ctx, owner, rate)
  if (!saved.ok) throw new Error(saved.refusal)
  expect(await offered(w, 'NO')).toEqual([['flat', 900]])
  await saveRate(w.ctx, owner, { ...rate, id: saved.value.id, price: 1_000, maxGrams: 400 })
  expect(await offered(w, 'NO')).toEqual([])
  expect(await saveRate(w.ctx, owner, { ...rate, minGrams: 5, maxGrams: 4 })).toMatchObject({
    refusal: 'invalid'
  })
  expect(await saveZone(w.ctx, owner, { id: home!.id, name: ' ', countries: ['FI'] })).toMatchObject({
    refusal: 'invalid'
  })
  expect(await removeZone(w.ctx, owner, { id: made.value.id })).toEqual(done(null))
  expect(await removeRate(w.ctx, owner, { id: saved.value.id })).toEqual(refused('not_found'))
  expect(await offered(w, 'NO')).toEqual([['weight', 2_000]])
})

test('another shop’s zones, rates and places are out of reach', async () => {
  const [w, other] = [await world(), await world()]
  const stranger = await other.given.owner()
  const [home] = await listZones(w.ctx, w.shopId)
  const [rate] = home!.rates
  const copy = { ...rate!, price: 0, zoneId: home!.id }
  expect(await saveRate(w.ctx, stranger, copy)).toEqual(refused('not_found'))
  expect(await saveZone(w.ctx, stranger, { ...home!, countries: ['AX'] })).toEqual(refused('not_found'))
  expect(await removeZone(w.ctx, stranger, { id: home!.id })).toEqual(refused('not_found'))
  const [theirs] = await listZones(other.ctx, other.shopId)
  expect(await saveRate(w.ctx, stranger, { ...copy, id: null, zoneId: theirs!.id })).toEqual(
    refused('not_found')
  )
})
