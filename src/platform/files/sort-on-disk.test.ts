import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortOnDisk } from './sort-on-disk.ts'

async function sorted(values: [number, number, string][], runChars: number) {
  const sort = sortOnDisk<string>(runChars)
  for (const [major, minor, value] of values) await sort.add(major, minor, value)
  const out: string[] = []
  for await (const { major, value } of sort.sorted()) out.push(`${major} ${value}`)
  await sort.drop()
  return out
}

test('values come back by their numbers, however small the runs, and nothing is left on the disk', async () => {
  const folders = async () =>
    (await readdir(tmpdir())).filter((name) => name.startsWith('torilla-sort-')).length
  const before = await folders()
  const text = fc.string({ unit: fc.constantFrom('a', 'å', '\n', '"', '😀', ' ', '\u2028') })
  const value = fc.tuple(fc.nat(5), fc.nat(1_000), text)
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(value, { selector: ([, minor]) => minor }),
      fc.nat(60),
      async (values, runChars) => {
        const expected = values
          .toSorted(([a, b], [c, d]) => a - c || b - d)
          .map(([major, , one]) => `${major} ${one}`)
        expect(await sorted(values, runChars)).toEqual(expected)
      }
    ),
    { numRuns: 60 }
  )
  expect(await folders()).toBe(before)
})
