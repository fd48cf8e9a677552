import { afterEach, expect, test, vi } from 'vitest'
import { freshDatabase } from '../database.ts'
import { inContext } from '../context.ts'
import { enterAs } from '../enter.ts'
import { factories } from '../factories/index.ts'
import { dataFolder, startServer } from '../server.ts'
import { cleanUps, cleanUp } from './clean-up.ts'
import { listen } from './listen.ts'

vi.setConfig({ testTimeout: 60_000 })
afterEach(cleanUp)

/** One database, filled, and a way to start servers on it. */
async function oneDatabase() {
  const database = await freshDatabase()
  cleanUps.push(database.drop)
  const settings = () => {
    const data = dataFolder()
    cleanUps.push(data.remove)
    return { DATABASE_URL: database.url, DATA_DIR: data.path }
  }
  const start = async (ROLE: string) => {
    const server = await startServer({ ...settings(), ROLE })
    cleanUps.push(() => server.stop())
    return server
  }
  return { start, inside: <T>(work: Parameters<typeof inContext<T>>[1]) => inContext(settings(), work) }
}

test('a like on one web is told within a second to whoever watches on the other', async () => {
  const { start, inside } = await oneDatabase()
  const { postId, cookie } = await inside(async (ctx) => {
    const given = await factories(ctx)
    return { postId: await given.post(), cookie: await enterAs(ctx, given.shopId, 'member') }
  })
  const [left, right] = await Promise.all([start('web'), start('web')])
  const watcher = await listen(`${right.url}/api/v1/live?posts=${postId}`)
  cleanUps.push(watcher.leave)
  await watcher.until((text) => text.includes('retry'))
  const liked = await fetch(`${left.url}/api/v1/posts/${postId}/reactions/like`, {
    method: 'PUT',
    headers: { cookie, 'sec-fetch-site': 'same-origin' }
  })
  expect([liked.status, await liked.json()]).toEqual([200, expect.objectContaining({ likes: 1 })])
  await watcher.until((text) => text.includes('"likes":1'), 1_000)
})

test('of two workers, one publishes each waiting post', async () => {
  const { start, inside } = await oneDatabase()
  const waiting = await inside(async (ctx) => {
    const given = await factories(ctx)
    const at = new Date(Date.now() + 4_000)
    const ids: string[] = []
    for (let i = 0; i < 30; i++) ids.push(await given.post({ state: 'scheduled', at }))
    return ids
  })
  await Promise.all([start('worker'), start('worker')])
  const out = () =>
    inside(({ db }) =>
      db
        .selectFrom('ledger')
        .select('post_id')
        .where('kind', '=', 'post_published')
        .orderBy('post_id')
        .execute()
    )
  await expect.poll(async () => (await out()).length, { timeout: 10_000, interval: 300 }).toBe(waiting.length)
  await new Promise((resolve) => setTimeout(resolve, 2_500)) // another round of both
  expect((await out()).map((row) => row.post_id)).toEqual(waiting.sort())
})
