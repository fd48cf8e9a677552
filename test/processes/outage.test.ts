import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { startPostgres } from '#platform/postgres/index.ts'
import { inContext } from '../context.ts'
import { enterAs } from '../enter.ts'
import { factories } from '../factories/index.ts'
import { dataFolder, startServer } from '../server.ts'
import { cleanUp, cleanUps } from './clean-up.ts'
import { listen } from './listen.ts'

vi.setConfig({ testTimeout: 60_000 })
afterEach(cleanUp)

/** A PostgreSQL of the owner's own, that can be stopped and started under the feet of a server. */
async function ownPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'torilla-outage-'))
  chmodSync(folder, 0o711)
  cleanUps.push(() => rm(folder, { recursive: true, force: true }))
  const silent = { info() {}, warn() {}, error() {}, debug() {} }
  const start = () => startPostgres({ dataDir: folder, log: silent as never })
  let running = await start()
  cleanUps.push(() => running.stop())
  return {
    url: running.url,
    stop: () => running.stop(),
    start: async () => void (running = await start())
  }
}

test(
  'while PostgreSQL is away, pages and API say so kindly with 503 and when to return, and then serve again',
  { timeout: 60_000 },
  async () => {
    const postgres = await ownPostgres()
    const data = dataFolder()
    cleanUps.push(data.remove)
    const env = { DATABASE_URL: postgres.url, DATA_DIR: data.path }
    await inContext(env, factories)
    const server = await startServer(env)
    cleanUps.push(() => server.stop('SIGKILL'))
    const ask = async (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) => {
      const answer = await fetch(server.url + path, { ...init, headers })
      return { status: answer.status, after: answer.headers.get('retry-after'), text: await answer.text() }
    }
    expect((await ask('/')).status).toBe(200)

    await postgres.stop()
    expect((await ask('/healthz')).status).toBe(200)
    expect(await ask('/readyz')).toMatchObject({ status: 503, after: '5' })
    const html = { accept: 'text/html' }
    const away = { status: 503, after: '5' }
    expect(await ask('/products', html)).toMatchObject({
      ...away,
      text: expect.stringContaining('Back in a moment')
    })
    expect((await ask('/fi/products', html)).text).toContain('Kohta taas auki')
    expect((await ask('/', { ...html, 'accept-language': 'no' })).text).toContain('Straks tilbake')
    const form = { method: 'POST', body: new URLSearchParams({ email: 'a@example.org', password: 'x' }) }
    expect(await ask('/sign-in?/password', { ...html, origin: server.url }, form)).toMatchObject(away)
    const script = { accept: 'application/json', 'x-sveltekit-action': 'true', origin: server.url }
    const told = await ask('/sign-in?/password', script, form)
    // From the action, or from the hook before it when even the shop could not be read.
    const { error, message } = JSON.parse(told.text)
    expect([told.status, error?.message ?? message]).toEqual([503, 'Back in a moment.'])
    const api = await ask('/l/nobody')
    expect([api.status, api.after, JSON.parse(api.text)]).toMatchObject([
      503,
      '5',
      { code: 'database_unreachable' }
    ])
    expect(server.output()).not.toMatch(/page failed|request failed/)

    await postgres.start()
    await expect.poll(async () => (await ask('/readyz')).status, { timeout: 20_000 }).toBe(200)
    expect((await ask('/')).status).toBe(200)
    expect(server.process.exitCode).toBeNull()
  }
)

test('what watched and worked before PostgreSQL was away watches and works again by itself', async () => {
  const postgres = await ownPostgres()
  const data = dataFolder()
  cleanUps.push(data.remove)
  const env = { DATABASE_URL: postgres.url, DATA_DIR: data.path }
  const at = new Date(Date.now() + 3_000)
  const { shown, waiting, cookie } = await inContext(env, async (ctx) => {
    const given = await factories(ctx)
    return {
      shown: await given.post(),
      waiting: await given.post({ state: 'scheduled', at }),
      cookie: await enterAs(ctx, given.shopId, 'member')
    }
  })
  const server = await startServer(env)
  cleanUps.push(() => server.stop('SIGKILL'))
  const watcher = await listen(`${server.url}/api/v1/live?posts=${shown}`)
  cleanUps.push(watcher.leave)
  await watcher.until((text) => text.includes('retry'))

  await postgres.stop()
  await expect.poll(() => Date.now()).toBeGreaterThan(+at) // the post's minute passes while nothing can be read
  await postgres.start()

  const like = async () => {
    const headers = { cookie, 'sec-fetch-site': 'same-origin' }
    return (await fetch(`${server.url}/api/v1/posts/${shown}/reactions/like`, { method: 'PUT', headers }))
      .status
  }
  await expect.poll(like, { timeout: 20_000 }).toBe(200)
  await watcher.until((text) => text.includes('"likes":1'), 20_000)
  const published = () =>
    inContext(env, ({ db }) =>
      db
        .selectFrom('ledger')
        .select('seq')
        .where('kind', '=', 'post_published')
        .where('post_id', '=', waiting)
        .execute()
    )
  await expect.poll(async () => (await published()).length, { timeout: 20_000, interval: 300 }).toBe(1)
})
