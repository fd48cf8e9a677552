import { expect, test } from 'vitest'
import { demoCollections, demoGood, demoGoods, type Words } from './index.ts'

const languages = ['en', 'fi', 'nb'] as const
const combinations = (options: readonly { values: readonly string[] }[]): string[][] =>
  options.reduce<string[][]>(
    (so, { values }) => so.flatMap((v) => values.map((value) => [...v, value])),
    [[]]
  )

test('the market sells about sixty different goods', () => {
  expect(demoGoods.length).toBeGreaterThanOrEqual(60)
  expect(new Set(demoGoods.map((good) => good.handle)).size).toBe(demoGoods.length)
})

test('every good is named and described in three languages, each in its own words', () => {
  for (const { handle, title, description } of demoGoods) {
    for (const language of languages) expect(title[language].trim(), handle).not.toBe('')
    const texts = languages.map((language) => description[language].trim())
    expect(new Set(texts).size, handle).toBe(3)
    expect(Math.min(...texts.map((text) => text.length)), handle).toBeGreaterThan(30)
  }
})

test('titles do not repeat within a language', () => {
  for (const language of languages) {
    const titles = demoGoods.map((good) => (good.title as Words)[language])
    expect(new Set(titles).size, language).toBe(titles.length)
  }
})

test('prices are whole cents and a struck price is higher than the price', () => {
  for (const { handle, priceMinor, compareAtMinor = Infinity, weightGrams } of demoGoods) {
    expect(Number.isInteger(priceMinor) && priceMinor > 0, handle).toBe(true)
    expect(compareAtMinor, handle).toBeGreaterThan(priceMinor)
    expect(weightGrams, handle).toBeGreaterThan(0)
  }
})

test('every variant has a whole number in stock, most have some, and something is sold out', () => {
  const counts = demoGoods.flatMap(({ options, stock }) => combinations(options).map(stock))
  expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true)
  expect(counts.filter((count) => count === 0).length).toBeGreaterThan(0)
  expect(counts.filter((count) => count > 0).length).toBeGreaterThan(counts.length * 0.9)
})

test('every collection has goods and every good a collection', () => {
  const used = new Set(demoGoods.map((good) => good.collection))
  expect([...used].sort()).toEqual(demoCollections.map(({ handle }) => handle).sort())
})

test('asking for a good the market does not sell is a mistake', () => {
  expect(demoGood('gull-mug').kind).toBe('mug')
  expect(() => demoGood('golden-fleece')).toThrow('golden-fleece')
})
