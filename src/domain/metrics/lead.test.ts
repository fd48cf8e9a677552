import { expect, test } from 'vitest'
import { leadOf, type Measures, type Ranked } from './index.ts'

const none: Measures = {
  ...{ impressions: 0, likes: 0, reposts: 0, shares: 0, comments: 0, saves: 0 },
  ...{ clicks: 0, carts: 0, orders: 0, revenue: 0, ordersElsewhere: 0, revenueElsewhere: 0 }
}
const lead = (now: Partial<Measures>, before: Partial<Measures> = {}, posts: Partial<Ranked>[] = []) =>
  leadOf(
    { now: { ...none, ...now }, before: { ...none, ...before } },
    posts.map((post) => ({ ...none, key: 'p', clicksBefore: 0, cartsBefore: 0, ...post }))
  )

test('the post with most carts leads, though another earned more', () => {
  const posts = [
    { key: 'rich', carts: 4, revenue: 900 },
    { key: 'busy', carts: 41, cartsBefore: 14 }
  ]
  expect(lead({ orders: 9 }, {}, posts)).toEqual({
    kind: 'best',
    key: 'busy',
    carts: 41,
    trend: { kind: 'times', times: 2.9 }
  })
})

test.each([
  [9, 20, { kind: 'fewer', before: 20 }],
  [20, 19, { kind: 'same' }],
  [20, 0, { kind: 'new' }],
  [4, 2, { kind: 'new' }]
])('%i carts after %i', (carts, cartsBefore, trend) => {
  expect(lead({}, {}, [{ carts, cartsBefore }])).toMatchObject({ kind: 'best', trend })
})

test('otherwise the furthest that anyone came', () => {
  expect(lead({ orders: 6, clicks: 50 }, { orders: 3 })).toMatchObject({
    kind: 'orders',
    orders: 6,
    trend: { times: 2 }
  })
  expect(lead({ clicks: 5, impressions: 90 })).toMatchObject({ kind: 'clicks', clicks: 5 })
  expect(lead({ impressions: 90 })).toEqual({ kind: 'seen', impressions: 90 })
  expect(lead({})).toEqual({ kind: 'quiet' })
})
