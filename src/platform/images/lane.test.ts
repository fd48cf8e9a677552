import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { lane } from './lane.ts'

test('no more than the lane’s width run at once, in order, and a failure gives its place up', async () => {
  const inLane = lane(2)
  const started: number[] = []
  let running = 0
  let most = 0
  const work = (n: number) =>
    inLane(async () => {
      started.push(n)
      most = Math.max(most, ++running)
      await pause(2)
      running--
      if (n % 3 === 0) throw new Error(`work ${n}`)
      return n
    })
  const results = await Promise.allSettled(Array.from({ length: 9 }, (_, n) => work(n)))
  expect(most).toBe(2)
  expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  expect(results.filter((result) => result.status === 'rejected')).toHaveLength(3)
  expect(await inLane(async () => 'free again')).toBe('free again')
})
