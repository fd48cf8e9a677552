import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inContext } from '../context.ts'
import { enterAs } from '../enter.ts'
import { factories } from '../factories/index.ts'
import { visit } from './browser.ts'
import { ownMarket } from './own-market.ts'
import { askAt } from './people.ts'

vi.setConfig({ testTimeout: 90_000 })

let market: Awaited<ReturnType<typeof ownMarket>>
beforeAll(async () => {
  market = await ownMarket()
})
afterAll(() => market.close())

/** Stands in for a server that is away, as proxies do, until the browser has come by once. */
async function answerAsProxy(port: string): Promise<void> {
  const came = Promise.withResolvers<void>()
  const proxy = createServer((_asked, answer) => {
    answer.writeHead(502, { connection: 'close' }).end()
    answer.once('close', came.resolve)
  })
  await once(proxy.listen(Number(port), '127.0.0.1'), 'listening')
  await came.promise
  await new Promise((closed) => proxy.close(closed))
}

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
  // The feed itself says so too, on both webs, and whose like it is to that member alone.
  for (const { url } of [left, right]) {
    const feed = async (who: string) => (await askAt(url)('/', who)).text()
    const [member, guest] = [await feed(cookie), await feed('')]
    for (const html of [member, guest]) expect(html).toMatch(/data-count="likes" data-n="1"/)
    expect(member).toMatch(/name="like" value="off" aria-pressed="true"/)
    expect(guest).not.toContain('aria-pressed')
  }

  const { port } = new URL(right.url)
  await right.stop()
  await press('DELETE')
  expect(await (await askAt(left.url)('/', cookie)).text()).not.toMatch(/data-n="1"|aria-pressed="true"/)
  expect(await likes.getAttribute('data-n')).toBe('1')
  await answerAsProxy(port)
  await market.start({ ROLE: 'web', PORT: port })
  await shows(0).waitFor({ state: 'attached', timeout: 40_000 })
  // The browser itself says that it could not reach the server meanwhile.
  expect(problems.filter((problem) => !/net::ERR_|status of 502/.test(problem))).toEqual([])
  problems.length = 0
  await press('PUT')
  await shows(1).waitFor({ state: 'attached' })
  await close()
})
