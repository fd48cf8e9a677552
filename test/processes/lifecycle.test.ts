import { afterEach, expect, test, vi } from 'vitest'
import { dataFolder, startServer } from '../server.ts'
import { freshDatabase } from '../database.ts'
import { cleanUp, cleanUps } from './clean-up.ts'

vi.setConfig({ testTimeout: 60_000 })
afterEach(cleanUp)

test('an empty data folder becomes a server that is healthy, ready, and asks to be set up', async () => {
  const data = dataFolder()
  cleanUps.push(data.remove)
  const server = await startServer({ DATA_DIR: data.path })
  cleanUps.push(() => server.stop())
  expect(await (await fetch(`${server.url}/healthz`)).text()).toBe('ok')
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  const front = await fetch(server.url, { redirect: 'manual' })
  expect([front.status, front.headers.get('location')]).toEqual([303, '/setup'])
})

test('a second process on the same data folder is refused in words, and the first goes on', async () => {
  const data = dataFolder()
  cleanUps.push(data.remove)
  const first = await startServer({ DATA_DIR: data.path })
  cleanUps.push(() => first.stop())
  await expect(startServer({ DATA_DIR: data.path })).rejects.toThrow(/already|in use/i)
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
})

test('SIGTERM stops the server and its PostgreSQL, and the same folder starts again', async () => {
  const data = dataFolder()
  cleanUps.push(data.remove)
  for (let round = 0; round < 2; round++) {
    const server = await startServer({ DATA_DIR: data.path })
    expect(await server.stop()).toBe(0)
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
  }
})

test('two webs and a worker share one database', async () => {
  const database = await freshDatabase()
  cleanUps.push(database.drop)
  const env = { DATABASE_URL: database.url }
  const servers = await Promise.all(
    ['web', 'web', 'worker'].map(async (ROLE) => {
      const data = dataFolder()
      cleanUps.push(data.remove)
      const server = await startServer({ ...env, ROLE, DATA_DIR: data.path })
      cleanUps.push(() => server.stop())
      return server
    })
  )
  expect(servers.map((server) => server.url !== '')).toEqual([true, true, false])
  for (const { url } of servers.slice(0, 2)) expect((await fetch(`${url}/readyz`)).status).toBe(200)
})

test('a wrong setting stops the start with a sentence that says what to change', async () => {
  await expect(startServer({ PORT: 'eighty' })).rejects.toThrow(/PORT is "eighty"; use a whole number/)
  await expect(startServer({ ROLE: 'king' })).rejects.toThrow(/ROLE is "king"; use one of all, web, worker/)
})
