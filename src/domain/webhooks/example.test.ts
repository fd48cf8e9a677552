import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '#platform/clock.ts'
import { makeIds } from '#platform/ids.ts'
import { readConfig } from '#config'
import { openLog } from '#platform/log.ts'
import { attempt } from './attempt.ts'
import { EVENT_TYPES, TEST_TYPE } from './catalogue.ts'
import { newSecret } from './sign.ts'

const docs = readFileSync('docs/webhooks.md', 'utf8')
const ctx = { clock: systemClock, config: readConfig({ WEBHOOK_LOOPBACK: '1' }), log: openLog('silent') }

/** The documentation's own receiver, running. */
async function example(secret: string) {
  const [, source] = /```js\n([\s\S]*?)```/.exec(docs)!
  const child = spawn(process.execPath, ['--input-type=module', '-e', source!], {
    env: { WEBHOOK_SECRET: secret, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  onTestFinished(() => void child.kill())
  const lines = createInterface(child.stdout)
  const [port] = (await once(lines, 'line')) as [string]
  const said: string[] = []
  lines.on('line', (line) => said.push(line))
  return { url: `http://127.0.0.1:${port}/`, said }
}

test('the documentation’s receiver takes what is signed, once, and refuses forged, unsigned and old ones', async () => {
  const secret = newSecret({ ids: makeIds() })
  const { url, said } = await example(secret)
  const body = JSON.stringify({ type: 'order.paid', timestamp: new Date().toISOString(), data: {} })
  const claimed = { id: 'd', eventId: 'e', type: 'order.paid', body, n: 1, until: new Date(0) }
  const send = async (secrets: string[], now = ctx.clock) =>
    (await attempt({ ...ctx, clock: now }, { url, secrets }, claimed)).status
  const other = newSecret({ ids: makeIds() })
  const anHourAgo = { now: () => new Date(Date.now() - 3_600_000) }
  expect(await send([other])).toBe(401)
  expect(await send([])).toBe(401)
  expect(await send([secret], anHourAgo)).toBe(401)
  expect(await send([other, secret])).toBe(204)
  expect(await send([secret])).toBe(204)
  await expect.poll(() => said).toEqual(['order.paid'])
})

test('the documentation names every type, and no other', () => {
  const named = [
    ...docs.matchAll(
      /`((?:order|store_order|cart|post|comment|member|shop|product|import|webhook)\.[a-z_]+)`/g
    )
  ]
  const types = new Set(named.map(([, type]) => type).filter((type) => type !== 'shop.webhooks'))
  expect([...types].sort()).toEqual([...EVENT_TYPES, TEST_TYPE].sort())
})
