import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, expect, test, vi } from 'vitest'
import type { Context } from '#context'
import { payInput } from '../checkout.ts'
import { inContext } from '../context.ts'
import { factories } from '../factories/index.ts'
import { dataFolder, startServer } from '../server.ts'
import { cleanUp, cleanUps } from './clean-up.ts'
import { letIn, type Told } from './visitors.ts'

vi.setConfig({ testTimeout: 120_000 })
afterEach(cleanUp)

const PICTURES = 150

async function openShop(ctx: Context) {
  const given = await factories(ctx)
  const { variantId } = await given.product({ stock: 100_000 })
  const { token } = await given.cart([{ variantId }])
  const { rateId, expected } = await payInput(ctx, given.guest(), token)
  const postId = await given.post({ words: 'Herring in mustard' })
  for (let i = 0; i < PICTURES; i++)
    await ctx.files.put(`pictures/${given.shopId}/more/w${i}.webp`, Buffer.from(`picture ${i}`))
  return { shopId: given.shopId, postId, variantId, rateId: rateId!, expected: expected.amount }
}

/** Runs a verb as the command does; `done` answers its exit code and what it said. */
function torilla(env: Record<string, string>, ...words: string[]) {
  const child = spawn(process.execPath, ['build/server/cli.js', ...words], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'silent', ...env }
  })
  const said = Promise.all([buffer(child.stdout), buffer(child.stderr)]).then((both) => both.join(''))
  return {
    child,
    done: once(child, 'exit').then(async ([code]) => ({ code: code as number | null, said: await said }))
  }
}

function folder(): string {
  const data = dataFolder()
  cleanUps.push(data.remove)
  return data.path
}

test('a backup beside a running market; a restore that is killed says so and is done again; --replace sets aside what was there', async () => {
  const [here, there] = [folder(), folder()]
  const goods = await inContext({ DATA_DIR: here }, openShop)
  const server = await startServer({ DATA_DIR: here })
  cleanUps.push(() => server.stop())
  const told: Told = { next: 0, seen: new Set(), orders: new Set() }
  const close = letIn(server.url, goods, told)
  cleanUps.push(close)
  await expect.poll(() => told.orders.size, { timeout: 60_000 }).toBeGreaterThan(3)
  const before = [...told.orders]
  const file = join(here, 'kept', 'market.tar')
  expect(await torilla({ DATA_DIR: here }, 'backup', file).done).toMatchObject({
    code: 0,
    said: expect.stringContaining('whole')
  })
  await close()
  expect(readdirSync(join(here, 'kept'))).toEqual(['market.tar'])

  const env = { DATA_DIR: there }
  const killed = torilla(env, 'restore', file)
  const files = join(there, 'files', 'pictures')
  await expect.poll(() => existsSync(files), { timeout: 60_000, interval: 1 }).toBe(true)
  killed.child.kill('SIGKILL')
  expect(await killed.done).toMatchObject({ code: null })
  await expect(startServer(env)).rejects.toThrow('torilla restore')
  expect(await torilla(env, 'backup', join(there, 'x.tar')).done).toMatchObject({ code: 1 })
  expect(await torilla(env, 'restore', file).done).toMatchObject({ code: 0 })

  const again = await startServer(env)
  cleanUps.push(() => again.stop())
  expect(await (await fetch(again.url, { headers: { accept: 'text/html' } })).text()).toContain(
    'Herring in mustard'
  )
  for (const token of before) expect((await fetch(`${again.url}/orders/${token}`)).status).toBe(200)
  expect(readdirSync(join(files, String(goods.shopId), 'more'))).toHaveLength(PICTURES)

  const over = await torilla(env, 'restore', file, '--replace').done
  expect(over).toMatchObject({ code: 1, said: expect.stringContaining('running') })
  await again.stop()
  expect(await torilla(env, 'restore', file, '--replace').done).toMatchObject({ code: 0 })
  const aside = readdirSync(there).find((name) => name.startsWith('replaced-'))!
  expect(readdirSync(join(there, aside)).sort()).toEqual(['files', 'postgres'])
  expect(existsSync(join(there, aside, 'postgres', 'cluster', 'PG_VERSION'))).toBe(true)
})
