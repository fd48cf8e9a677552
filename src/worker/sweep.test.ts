import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { startSweeps } from './sweep.ts'

const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}

test('a sweep runs at once, again on a pulse, never twice at a time, and a failure does not end it', async () => {
  const { ctx, shopId } = await world()
  let runs = 0
  let atOnce = 0
  let most = 0
  const stop = startSweeps(ctx, [
    {
      name: 'test',
      everyMs: 3_600_000,
      onPulse: true,
      run: async () => {
        most = Math.max(most, ++atOnce)
        runs++
        await new Promise((resolve) => setTimeout(resolve, 20))
        atOnce--
        if (runs === 1) throw new Error('the first run fails')
      }
    }
  ])
  await until(() => runs === 1)
  ctx.pulse.touch(shopId)
  ctx.pulse.touch(shopId)
  await until(() => runs >= 2)
  await stop()
  const after = runs
  ctx.pulse.touch(shopId)
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect([most, runs]).toEqual([1, after])
})
