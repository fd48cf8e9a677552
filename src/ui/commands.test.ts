import { expect, test } from 'vitest'
import { commands, matching } from './commands.ts'

const all = commands(['/studio/products', '/studio/imports', '/studio/posts', '/'])
const paths = (wanted: string) => matching(all, wanted).map((command) => command.path)

test('only what is open to someone is offered, rooms before actions', () => {
  expect(paths('')).toEqual(['/studio/posts', '/studio/products', '/studio/imports', '/'])
  expect(commands([])).toEqual([])
})

test('words match at the beginning of words, in any order and without accents', () => {
  expect(paths('prod imp')).toEqual(['/studio/imports'])
  expect(paths('roducts')).toEqual([])
  const kaytto = [{ path: '/x', icon: 'gear', label: 'Käyttäjät' } as const]
  expect(matching(kaytto, 'kayt')).toHaveLength(1)
})
