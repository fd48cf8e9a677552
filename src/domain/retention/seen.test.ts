import { cp, mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { identify } from '#domain/accounts/index.ts'
import type { SessionCookie } from '#domain/auth/index.ts'
import { confirmSignUp, signIn, signUp } from '#domain/signing-in/index.ts'
import { migrate } from '#platform/database/index.ts'
import { emptyDatabase } from '#test/database.ts'
import { must } from '#test/factories/posts.ts'
import { keepTime } from '#test/keep-time.ts'
import { tokenIn } from '#test/token-in.ts'
import { world, type World } from '#test/world.ts'
import { changeRetention, keepRules } from './index.ts'

const DAY = 86_400_000

/** Somebody who signed up here by themselves. */
async function someone(w: World, name: string) {
  const account = { name, email: `${name}${w.shopId}@example.org`, password: 'mansikka-torilla' }
  await signUp(w.ctx, await w.given.visit(), account)
  const input = { token: await tokenIn(w), password: account.password }
  await must(confirmSignUp(w.ctx, await w.given.visit(), input))
  return account
}

const comesBy = (w: World, { name, value }: SessionCookie) =>
  identify(w.ctx, w.shopId, new Headers({ cookie: `${name}=${value}` }), '198.51.100.1')

const warned = async (w: World) =>
  (await w.ctx.db.selectFrom('mails').select('to_address').where('shop_id', '=', w.shopId).where('kind', '=', 'inactive').execute()).map((row) => row.to_address) // prettier-ignore

test('who signs in by password, or comes with a session they have, is not silent', async () => {
  const w = await world()
  const time = keepTime(w.clock)
  const owner = await w.given.owner()
  const days = { inactive: 365, booksYears: null, booksBuyer: null }
  await must(changeRetention(w.ctx, owner, days))
  const [signing, staying, silent] = [await someone(w, 'signing'), await someone(w, 'staying'), await someone(w, 'silent')] // prettier-ignore
  time.advance(30 * DAY)
  const { cookie } = await must(signIn(w.ctx, await w.given.visit(), staying))
  time.advance(50 * DAY)
  expect(await comesBy(w, cookie)).toMatchObject({ role: 'member' })
  await must(signIn(w.ctx, await w.given.visit(), signing))
  time.advance(292 * DAY)
  await keepRules(w.ctx, w.shopId)
  expect(await warned(w)).toEqual([silent.email])
})

test('being seen is noted once a day, whatever is read, and never waits for whoever holds the member', async () => {
  const w = await world()
  const time = keepTime(w.clock)
  const ana = await someone(w, 'ana')
  const { cookie, memberId } = await must(signIn(w.ctx, await w.given.visit(), ana))
  const seen = async () =>
    (await w.ctx.db.selectFrom('members').select('seen_at').where('id', '=', memberId).executeTakeFirstOrThrow()).seen_at // prettier-ignore
  const first = w.clock.now()
  expect(await seen()).toEqual(first)
  time.advance(DAY - 1)
  await comesBy(w, cookie)
  expect(await seen()).toEqual(first)
  time.advance(1)
  await w.ctx.db.transaction().execute(async (tx) => {
    await tx.selectFrom('members').select('id').where('id', '=', memberId).forUpdate().execute()
    expect(await comesBy(w, cookie)).toMatchObject({ role: 'member', memberId })
  })
  expect(await seen()).toEqual(first)
  await comesBy(w, cookie)
  expect(await seen()).toEqual(w.clock.now())
})

test('an update from before this was noted takes nobody for silent', async () => {
  const database = await emptyDatabase()
  onTestFinished(database.drop)
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  const names = (await readdir('migrations')).filter((name) => name < '0017')
  for (const name of names) await cp(join('migrations', name), join(folder, name))
  await migrate(database.url, folder)
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  onTestFinished(() => client.end())
  await client.query('set session_replication_role = replica')
  await client.query(`insert into members (shop_id, id, user_id, name, handle, email, joined_at)
    select 1, gen_random_uuid(), u, u, u, '', '2020-01-01' from unnest(array['daily', 'rare']) as u`)
  await client.query(`insert into auth_sessions (id, user_id, shop_id, token, expires_at, created_at, updated_at)
    values ('a', 'daily', 1, 'a', '2026-03-01', '2026-01-02', '2026-01-02'), ('b', 'rare', 2, 'b', '2026-03-01', '2026-01-03', '2026-01-03')`) // prettier-ignore
  await migrate(database.url, 'migrations')
  const { rows } = await client.query(`select user_id, seen_at = '2026-01-02' as session, seen_at > now() - interval '1 hour' as today
    from members order by user_id`) // prettier-ignore
  expect(rows).toEqual([
    { user_id: 'daily', session: true, today: false },
    { user_id: 'rare', session: false, today: true }
  ])
})
