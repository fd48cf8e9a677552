import { expect, test } from 'vitest'
import { createLimiter, evenTime, isCrossSite, secureHeaders } from './index.ts'

function stillClock() {
  let now = 1_000_000
  return { now: () => new Date(now), advance: (ms: number) => void (now += ms) }
}

test('a burst passes, the next is told when to come back, and then may', () => {
  const clock = stillClock()
  const limiter = createLimiter(clock, { burst: 3, everyMs: 10_000 })
  expect([1, 2, 3, 4].map(() => limiter.take('a'))).toEqual([0, 0, 0, 10])
  expect(limiter.take('b')).toBe(0)
  clock.advance(9_000)
  expect(limiter.take('a')).toBe(1)
  clock.advance(1_000)
  expect(limiter.take('a')).toBe(0)
  expect(limiter.take('a')).toBe(10)
})

test('refused tries do not push the next allowed one further away', () => {
  const clock = stillClock()
  const limiter = createLimiter(clock, { burst: 1, everyMs: 5_000 })
  limiter.take('a')
  for (let i = 0; i < 100; i++) limiter.take('a')
  clock.advance(5_000)
  expect(limiter.take('a')).toBe(0)
})

test('a clock that is set back does not shut anyone out', () => {
  const clock = stillClock()
  const limiter = createLimiter(clock, { burst: 2, everyMs: 1_000 })
  limiter.take('a')
  clock.advance(-3_600_000)
  expect([limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([0, 0, 1])
})

test('a flood of keys cannot fill the memory, and whoever was limited last stays limited', () => {
  const limiter = createLimiter(stillClock(), { burst: 1, everyMs: 60_000 })
  for (let i = 0; i < 60_000; i++) limiter.take(`k${i}`)
  expect(limiter.take('k59999')).toBe(60)
  expect(limiter.take('k0')).toBe(0)
})

test('quick and slow work answer after the same time, and a failure too', async () => {
  const started = performance.now()
  expect(await evenTime(60, async () => 'x')).toBe('x')
  await expect(
    evenTime(60, async () => {
      throw new Error('no')
    })
  ).rejects.toThrow('no')
  expect(performance.now() - started).toBeGreaterThan(115)
})

test('a form on another site is recognised, by Sec-Fetch-Site or by Origin; a program is not one', () => {
  const post = (headers: Record<string, string>) =>
    isCrossSite({ method: 'POST', headers: new Headers(headers) }, 'https://shop.example')
  expect(post({ 'sec-fetch-site': 'cross-site' })).toBe(true)
  expect(post({ 'sec-fetch-site': 'same-site' })).toBe(true)
  expect(post({ origin: 'https://evil.example' })).toBe(true)
  expect(post({ origin: 'null' })).toBe(true)
  expect(post({ 'sec-fetch-site': 'same-origin', origin: 'https://shop.example' })).toBe(false)
  expect(post({})).toBe(false)
  const get = { method: 'GET', headers: new Headers({ 'sec-fetch-site': 'cross-site' }) }
  expect(isCrossSite(get, 'https://shop.example')).toBe(false)
})

test('an answer keeps the header it chose, and https is pinned only on https', () => {
  const headers = new Headers({ 'x-frame-options': 'SAMEORIGIN' })
  secureHeaders(headers, 'http')
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.has('strict-transport-security')).toBe(false)
  secureHeaders(headers, 'https')
  expect(headers.get('strict-transport-security')).toContain('max-age')
})
