import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { apiOf } from '#test/api.ts'
import { world } from '#test/world.ts'

const LEASE_MS = 60_000

/** A shop whose server was killed, by the system, in the midst of a request that names itself; and who asks again. */
async function killedIn(where: 'work' | 'reply') {
  const w = await world()
  const owner = await w.given.owner()
  const { host } = await w.ctx.db.selectFrom('shop_hosts').select('host').where('shop_id', '=', w.shopId).executeTakeFirstOrThrow() // prettier-ignore
  const script = join(import.meta.dirname, 'fixtures/asking.ts')
  const server = spawn(process.execPath, [
    script,
    w.databaseUrl,
    String(w.shopId),
    owner.memberId!,
    host,
    where
  ])
  let complaints = ''
  server.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const ended = new Promise((resolve) =>
    server.once('exit', (_code, signal) => resolve(signal ?? complaints))
  )
  const reached = new Promise((resolve) =>
    server.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()))
  )
  expect(await Promise.race([reached, ended])).toBe(where)
  server.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  w.clock.set(new Date())
  const call = await apiOf(w, owner)
  const again = async () => {
    const headers = { 'idempotency-key': 'k' }
    const answer = await call('POST', '/api/v1/campaigns', { name: 'Once' }, { headers })
    return [
      answer.status,
      ((await answer.json()) as { code?: string }).code,
      answer.headers.get('idempotency-replayed')
    ]
  }
  const made = () => w.ctx.db.selectFrom('campaigns').select('name').where('shop_id', '=', w.shopId).execute()
  return { w, again, made }
}

test('a server killed at its work leaves a key that waits out its lease; then the request is done, once', async () => {
  const { w, again, made } = await killedIn('work')
  expect(await again()).toEqual([409, 'idempotency_key_in_use', null])
  w.clock.advance(LEASE_MS)
  expect(await made()).toEqual([])
  expect(await again()).toEqual([201, undefined, null])
  expect(await again()).toEqual([201, undefined, 'true'])
  expect(await made()).toEqual([{ name: 'Once' }])
})

test('a server killed between its work and its answer leaves a key that says so, and the work is not done again', async () => {
  const { w, again, made } = await killedIn('reply')
  expect(await made()).toEqual([{ name: 'Once' }])
  expect(await again()).toEqual([409, 'idempotency_key_in_use', null])
  w.clock.advance(LEASE_MS)
  expect(await again()).toEqual([409, 'idempotency_outcome_unknown', null])
  expect(await made()).toEqual([{ name: 'Once' }])
})
