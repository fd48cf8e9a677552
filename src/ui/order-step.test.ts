import { expect, test } from 'vitest'
import { goodsStep } from './order-step.ts'

test('what is fetched is handed over, what is sent is sent', () => {
  const told = (pickup: boolean) =>
    (['unfulfilled', 'part_fulfilled', 'fulfilled'] as const).map((state) => goodsStep(state, pickup))
  expect(told(false)).toEqual(['Being packed', 'Partly sent', 'Sent'])
  expect(told(true)).toEqual(['Being packed', 'Partly handed over', 'Handed over'])
})
