import { expect, test } from 'vitest'
import { canTypeset, typeset, words } from './index.ts'

test('Nordic, Sámi and Baltic names can be lettered', () => {
  const names = ['Øyvind', 'Yrjänä', 'Åse', 'Áile', 'Niŋŋá', 'Čáhppe', 'Đorđe', 'Łukasz', 'Žofie', 'Jõgi']
  expect(names.filter((name) => !canTypeset(name))).toEqual([])
})

test('pairs such as TA stand closer than the letters alone', () => {
  const alone = typeset('T').width + typeset('A').width
  expect(typeset('TA').width).toBeLessThan(alone)
})

test('a line too wide is made smaller, never wider', () => {
  const scaleOf = (svg: string) => Number(/scale\(([\d.]+)\)/.exec(svg)?.[1])
  expect(scaleOf(words('Maija-Liisa', 0, 0, 100, { maxWidth: 206 }))).toBeLessThan(0.1)
  expect(scaleOf(words('Al', 0, 0, 100, { maxWidth: 206 }))).toBe(0.1)
})

test('a letter without an outline is refused by name, not drawn as a box', () => {
  expect(canTypeset('愛')).toBe(false)
  expect(() => typeset('愛')).toThrow('愛')
})
