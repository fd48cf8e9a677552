import { expect, test } from 'vitest'
import { rateOf, taxRateOf, zoneOf } from './read-form.ts'

test('a zone’s countries are read from whatever stands between them', () => {
  expect(zoneOf({ name: 'Nordics', countries: 'no, se;dk\n is' })).toEqual({
    ...{ id: null, name: 'Nordics', countries: ['NO', 'SE', 'DK', 'IS'] }
  })
})

test('sums are read as people type them, and one that is not a sum is named', () => {
  const typed = {
    zone: 'z',
    name: 'Door',
    kind: 'weight',
    price: '12,90',
    perKg: '6',
    freeOver: '',
    maxGrams: ''
  }
  expect(rateOf(typed, 'EUR')).toMatchObject({
    value: { price: 1_290, perKg: 600, freeOver: null, maxGrams: null, locationId: null }
  })
  expect(rateOf({ ...typed, price: 'cheap' }, 'EUR')).toMatchObject({ detail: { field: 'price' } })
})

test('a rate of VAT is per cent with a comma or a point, and nothing is not zero', () => {
  const typed = { country: 'FI', taxClass: 'standard', validFrom: '2027-01-01' }
  expect(taxRateOf({ ...typed, percent: '25,5' }).basisPoints).toBe(2_550)
  expect(taxRateOf({ ...typed, percent: '8.1' }).basisPoints).toBe(810)
  expect(taxRateOf({ ...typed, percent: '' }).basisPoints).toBeNaN()
})
