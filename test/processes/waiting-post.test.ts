import { afterEach, expect, test, vi } from 'vitest'
import { inContext } from '../context.ts'
import { freshDatabase } from '../database.ts'
import { factories } from '../factories/index.ts'
import { dataFolder, startServer } from '../server.ts'
import { cleanUp, cleanUps } from './clean-up.ts'

vi.setConfig({ testTimeout: 60_000 })
afterEach(cleanUp)

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('a post whose time came while nothing ran goes out at the next start, once, however often it starts', async () => {
  const database = await freshDatabase()
  cleanUps.push(database.drop)
  const data = dataFolder()
  cleanUps.push(data.remove)
  const env = { DATABASE_URL: database.url, DATA_DIR: data.path }
  const start = async () => {
    const server = await startServer(env)
    cleanUps.push(() => server.stop('SIGKILL'))
    const square = async () => (await fetch(server.url, { headers: { accept: 'text/html' } })).text()
    return { square, kill: () => server.stop('SIGKILL') }
  }
  const sentOut = () =>
    inContext(env, ({ db }) =>
      db.selectFrom('ledger').select('subject_id').where('kind', '=', 'post_published').execute()
    )

  const { postId, at } = await inContext(env, async (ctx) => {
    const given = await factories(ctx)
    const first = await start()
    const at = new Date(Date.now() + 4_000)
    const postId = await given.post({ title: 'Boats at dawn', state: 'scheduled', at })
    await first.kill()
    return { postId, at }
  })
  expect(Date.now()).toBeLessThan(at.getTime())
  await pause(at.getTime() - Date.now() + 50)
  expect(await sentOut()).toEqual([])

  const second = await start()
  await expect.poll(second.square, { timeout: 15_000 }).toContain('Boats at dawn')
  await second.kill()
  const third = await start()
  await pause(2_500) // a round of the worker
  expect((await third.square()).match(/<h2[^>]*>\s*<a[^>]*>Boats at dawn/g)).toHaveLength(1)
  expect(await sentOut()).toEqual([{ subject_id: postId }])
})
