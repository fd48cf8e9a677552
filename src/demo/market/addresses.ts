import type { ShipTo } from '#domain/orders/index.ts'
import type { Chance } from '../story/chance.ts'

type Town = readonly [country: string, postcode: string, city: string, weight: number]

const TOWNS: readonly Town[] = [
  ['FI', '00170', 'Helsinki', 34],
  ['FI', '02150', 'Espoo', 8],
  ['FI', '20100', 'Turku', 9],
  ['FI', '33200', 'Tampere', 10],
  ['FI', '90100', 'Oulu', 6],
  ['FI', '65100', 'Vaasa', 3],
  ['FI', '99600', 'Sodankylä', 1],
  ['NO', '0556', 'Oslo', 7],
  ['NO', '5003', 'Bergen', 4],
  ['SE', '118 20', 'Stockholm', 6],
  ['SE', '903 26', 'Umeå', 2],
  ['EE', '10133', 'Tallinn', 4],
  ['DE', '20359', 'Hamburg', 3],
  ['DK', '2200', 'København', 2]
]
const STREETS: Readonly<Record<string, readonly string[]>> = {
  FI: ['Satamakatu', 'Laivurinkatu', 'Puistotie', 'Koivukuja', 'Rantatie', 'Kalevankatu'],
  NO: ['Havnegata', 'Bjørkeveien', 'Fjellgata', 'Strandgaten'],
  SE: ['Hamngatan', 'Björkvägen', 'Skepparegatan'],
  EE: ['Sadama', 'Pika', 'Kase'],
  DE: ['Hafenstraße', 'Birkenweg'],
  DK: ['Havnegade', 'Birkevej']
}

/** A made-up address; those in Finland live where most of the shop's customers live. */
export function addressOf(name: string, dice: Chance): ShipTo {
  const [country, postcode, city] = dice.weighted(TOWNS, ([, , , weight]) => weight)
  const street = dice.pick(STREETS[country] ?? STREETS.FI!)
  const line1 = `${street} ${1 + Math.floor(dice.next() * 60)}`
  return { name, phone: '', line1, line2: '', postcode, city, region: '', country }
}
