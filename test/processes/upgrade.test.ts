import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { checkBackup, restoreBackup, type CheckedBackup } from '#domain/backups/index.ts'
import { createFiles } from '#platform/files/index.ts'
import { startPostgres } from '#platform/postgres/index.ts'
import { HOME } from '../checkout.ts'
import { inContext } from '../context.ts'
import { dataFolder, startServer } from '../server.ts'
import { cleanUp, cleanUps } from './clean-up.ts'
import { agentOf } from './visitors.ts'

vi.setConfig({ testTimeout: 120_000 })
afterEach(cleanUp)

const RELEASES = 'test/releases'
const releases = readdirSync(RELEASES).filter((name) => name.endsWith('.tar'))
const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** The data folder as that release left it: its tables, its rows, its pictures, and no migration of ours. */
async function dataFolderOf({ manifest, ...rest }: CheckedBackup): Promise<string> {
  const data = dataFolder()
  const migrations = mkdtempSync(join(tmpdir(), 'torilla-migrations-'))
  cleanUps.push(data.remove, () => rmSync(migrations, { recursive: true }))
  for (const { name } of manifest.migrations) cpSync(join('migrations', name), join(migrations, name))
  mkdirSync(data.path, { recursive: true })
  const postgres = await startPostgres({ dataDir: join(data.path, 'postgres'), log: silent })
  try {
    const files = createFiles({ kind: 'local', folder: join(data.path, 'files') })
    const restored = await restoreBackup(
      { databaseUrl: postgres.url, files, migrations },
      { manifest, ...rest }
    )
    expect(restored).toMatchObject({ ok: true })
  } finally {
    await postgres.stop()
  }
  return data.path
}

test.each(releases)(
  'a shop of %s opens on this build, with its rows and pictures; its people sign in and buy',
  async (name) => {
    const checked = await checkBackup(join(RELEASES, name))
    if (!checked.ok) throw new Error(checked.refusal)
    expect(`${checked.value.manifest.version}.tar`).toBe(name)
    const { rows } = checked.value.totals
    const DATA_DIR = await dataFolderOf(checked.value)
    const server = await startServer({ DATA_DIR, ROLE: 'web' })
    cleanUps.push(() => server.stop())
    const ask = (path: string, fields?: Record<string, string>, cookie = '') =>
      fetch(server.url + path, {
        method: fields ? 'POST' : 'GET',
        headers: { accept: 'text/html', origin: server.url, 'user-agent': agentOf(1), cookie },
        body: fields && new URLSearchParams(fields),
        redirect: 'manual'
      })

    const feed = await (await ask('/')).text()
    expect(feed).toContain('Herring and coffee')
    const picture = await ask(/\/media\/[^"' ]+\.webp/.exec(feed)![0])
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])

    const entered = await ask('/sign-in?/password', {
      email: 'owner@example.org',
      password: 'quay-side-coffee-9'
    })
    const cookie = entered.headers
      .getSetCookie()
      .map((set) => set.split(';')[0])
      .join('; ')
    const orders = await ask('/studio/orders', undefined, cookie)
    expect(orders.status).toBe(200)
    expect(await orders.text()).toContain('1001')

    expect(await bought(ask)).toMatch(/^\/orders\//)
    await server.stop()
    const kept = await inContext({ DATA_DIR }, ({ db }) => db.selectFrom('orders').select('id').execute())
    expect(kept).toHaveLength(rows.orders! + 1)
  }
)

type Ask = (path: string, fields?: Record<string, string>) => Promise<Response>

/** As a browser without a script buys; answers where the order can be seen. */
async function bought(ask: Ask): Promise<string | null> {
  const product = await (await ask('/products')).text()
  const page = await (await ask(/\/products\/tee-\d+/.exec(product)![0])).text()
  const variant = /name="variant"[^>]*value="([^"]+)"/.exec(page)![1]!
  const checkout = (await ask('/buy', { variant })).headers.get('location')!
  const form = await (await ask(checkout)).text()
  const value = (field: string) => new RegExp(`name="${field}"[^>]*value="([^"]*)"`).exec(form)?.[1] ?? ''
  const fields = { key: value('key'), rate: value('rate'), expected: value('expected'), currency: 'EUR' }
  const pay = { ...HOME, ...fields, email: 'linh@example.org', provider: 'invoice', terms: 'yes' }
  return (await ask(`${checkout}?/pay`, pay)).headers.get('location')
}
