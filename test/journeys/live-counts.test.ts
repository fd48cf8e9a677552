import { afterAll, beforeAll, expect, test } from 'vitest'
import { inContext } from '../context.ts'
import { enterAs } from '../enter.ts'
import { factories } from '../factories/index.ts'
import { visit } from './browser.ts'
import { ownMarket } from './own-market.ts'
import { askAt } from './people.ts'

let market: Awaited<ReturnType<typeof ownMarket>>
beforeAll(async () => {
  market = await ownMarket()
})
afterAll(() => market.close())

test('a browser on one web sees the likes of the other, and again after its own was away for a while', async () => {
  const { postId, cookie } = await inContext(market.settings, async (ctx) => {
    const given = await factories(ctx)
    return { postId: await given.post(), cookie: await enterAs(ctx, given.shopId, 'member') }
  })
  const [left, right] = await Promise.all([market.start({ ROLE: 'web' }), market.start({ ROLE: 'web' })])
  const press = async (method: 'PUT' | 'DELETE') => {
    const path = `/api/v1/posts/${postId}/reactions/like`
    const answer = await askAt(left.url)(path, cookie, {
      method,
      headers: { 'sec-fetch-site': 'same-origin' }
    })
    expect(answer.status).toBe(200)
  }
  const { page, problems, close } = await visit('/', { market: right.url })
  const likes = page.locator(`[data-post="${postId}"] [data-count=likes]`)
  const shows = (n: number) => page.locator(`[data-post="${postId}"] [data-count=likes][data-n="${n}"]`)
  expect(await likes.getAttribute('data-n')).toBe('0')
  await press('PUT')
  await shows(1).waitFor({ state: 'attached' })

  await right.stop()
  await press('DELETE')
  expect(await likes.getAttribute('data-n')).toBe('1')
  await market.start({ ROLE: 'web', PORT: new URL(right.url).port })
  await shows(0).waitFor({ state: 'attached' })
  // The browser itself says that it could not reach the server meanwhile.
  expect(problems.filter((problem) => !/net::ERR_/.test(problem))).toEqual([])
  problems.length = 0
  await press('PUT')
  await shows(1).waitFor({ state: 'attached' })
  await close()
})
