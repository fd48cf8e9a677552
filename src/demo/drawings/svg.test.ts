import { expect, test } from 'vitest'
import { linear, picture, place, soft } from './svg.ts'

test('a definition used twice is written once, at the top', () => {
  const sun = linear([
    [0, '#fff'],
    [1, '#000']
  ])
  const one = `${sun.defs}<rect fill="${sun.url}"/>`
  const svg = picture(10, 10, one + one)
  expect(svg.match(/<linearGradient/g)).toHaveLength(1)
  expect(svg.match(/<rect/g)).toHaveLength(2)
  expect(svg.indexOf('</defs>')).toBeLessThan(svg.indexOf('<rect'))
})

test('different definitions have different ids, equal ones the same', () => {
  const [a, b, again] = [linear([[0, '#fff']]), linear([[0, '#000']]), linear([[0, '#fff']])]
  expect(a.url).not.toBe(b.url)
  expect(a).toEqual(again)
})

test('layers of a soft edge add up to the opacity asked for', () => {
  const layers = [...soft('M0 0h9v9z', 4, '#000', 0.3).matchAll(/ opacity="([\d.]+)"/g)].map((found) =>
    Number(found[1])
  )
  expect(1 - layers.reduce((clear, layer) => clear * (1 - layer), 1)).toBeCloseTo(0.3, 2)
})

test('placing turns and scales about the body’s own point', () => {
  expect(place('<path/>', 10, 20, 2, 45, 5, 5)).toBe(
    '<g transform="translate(10 20) rotate(45) scale(2) translate(-5 -5)"><path/></g>'
  )
})
