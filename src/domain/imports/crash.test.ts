import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectStockToAddUp } from '#test/stock.ts'
import { world, type World } from '#test/world.ts'
import { findImport } from './index.ts'
import { longTees, tees, upload } from './testing.ts'

/** Starts a worker of its own for this import. `ended` answers what it said, or its signal. */
function worker({ ctx, shopId, databaseUrl }: World, importId: string) {
  const script = join(import.meta.dirname, 'fixtures/runner.ts')
  // As bin/torilla.js starts the server: a small young generation keeps a long import's garbage from piling up.
  const args = [
    '--max-semi-space-size=8',
    script,
    databaseUrl,
    join(ctx.config.dataDir, 'files'),
    String(shopId),
    importId
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<string>((resolve) =>
    child.once('exit', (_code, signal) => resolve(signal ?? said))
  )
  return { kill: () => child.kill('SIGKILL'), ended }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10))
}

test('a worker killed on the way, again and again, leaves an import that ends with every product once', async () => {
  const w = await world()
  const { ctx, given, shopId, ledger } = w
  const id = await upload(ctx, await given.owner(), longTees(700))
  for (const mark of [50, 250, 450]) {
    const { kill, ended } = worker(w, id)
    await until(async () => (await findImport(ctx, shopId, id))!.productsDone >= mark)
    kill()
    expect(await ended).toBe('SIGKILL')
    expect(await findImport(ctx, shopId, id)).toMatchObject({ state: 'running' })
  }
  await worker(w, id).ended
  expect(await findImport(ctx, shopId, id)).toMatchObject({
    state: 'done',
    created: 700,
    unchanged: 0,
    updated: 0
  })
  expect((await ledger()).filter(({ kind }) => kind === 'price')).toHaveLength(700)
  expect(
    await ctx.db.selectFrom('variants').select('sku').where('shop_id', '=', shopId).execute()
  ).toHaveLength(700)
  await expectStockToAddUp(w)
}, 120_000)

test('memory does not grow with the file', async () => {
  const peakOf = async (count: number) => {
    const w = await world()
    const id = await upload(w.ctx, await w.given.owner(), tees(count))
    const said = await worker(w, id).ended
    expect(await findImport(w.ctx, w.shopId, id)).toMatchObject({ state: 'done', created: count })
    return Number(/peak (\d+) MB/.exec(said)?.[1])
  }
  const [small, large] = [await peakOf(100), await peakOf(4_000)]
  expect(large).toBeLessThan(300)
  expect(large - small).toBeLessThan(100)
}, 120_000)
