import { expect, test } from 'vitest'
import { makeBatcher, Overloaded } from './batcher.ts'

const LIMITS = { rows: 10, worthwhile: 4, inFlight: 2, capacity: 50 }
const turn = () => new Promise((resolve) => setImmediate(resolve))

/** A write that waits to be let go, and remembers what it was given. */
function gate() {
  const calls: { key: number; items: string[]; release(error?: Error): void }[] = []
  const write = (key: number, items: string[]) =>
    new Promise<void>((resolve, reject) => {
      calls.push({ key, items, release: (error) => (error ? reject(error) : resolve()) })
    })
  return { calls, write }
}

test('a lone parcel goes at once, and what comes meanwhile goes together', async () => {
  const { calls, write } = gate()
  const { add } = makeBatcher(write, LIMITS)
  const first = add(1, ['a'])
  await turn()
  expect(calls.map((call) => call.items)).toEqual([['a']])
  const rest = [add(1, ['b']), add(1, ['c', 'd'])]
  await turn()
  expect(calls).toHaveLength(1)
  calls[0]!.release()
  await first
  await turn()
  expect(calls[1]!.items).toEqual(['b', 'c', 'd'])
  calls[1]!.release()
  await Promise.all(rest)
})

test('a second write starts beside the first when it is worth its while, a third does not', async () => {
  const { calls, write } = gate()
  const { add } = makeBatcher(write, LIMITS)
  const parcels = [add(1, ['a'])]
  await turn()
  for (let i = 0; i < 4; i++) parcels.push(add(1, ['b', 'c', 'd', 'e']))
  await turn()
  expect(calls.map((call) => call.items.length)).toEqual([1, 8])
  for (let i = 0; i < calls.length; i++) {
    calls[i]!.release()
    await turn()
  }
  await Promise.all(parcels)
  expect(calls.every((call) => call.items.length <= LIMITS.rows)).toBe(true)
})

test('one bad parcel fails alone', async () => {
  const written: string[] = []
  const { add } = makeBatcher<string>(async (_, items) => {
    if (items.includes('bad')) throw new Error('bad row')
    written.push(...items)
  }, LIMITS)
  const results = await Promise.allSettled([add(1, ['a']), add(1, ['bad']), add(1, ['c'])])
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(written).toEqual(['a', 'c'])
})

test('shops do not share a write, and a full queue refuses instead of growing', async () => {
  const { calls, write } = gate()
  const { add } = makeBatcher(write, { ...LIMITS, capacity: 3 })
  const waiting = [add(1, ['a']), add(2, ['b', 'c'])]
  await expect(add(1, ['d'])).rejects.toBeInstanceOf(Overloaded)
  await turn()
  expect(calls.map((call) => [call.key, call.items])).toEqual([
    [1, ['a']],
    [2, ['b', 'c']]
  ])
  const later = add(1, ['d'])
  for (const call of calls) call.release()
  await Promise.all(waiting)
  await turn()
  calls[2]!.release()
  await later
})
