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

/**
 * Works on the import until so many products are done, then kills. A worker may end by itself before: what the one
 * killed before it had sent can be committed after its death, and whoever finds the import further than it knew leaves
 * it to the next, as the sweep's next one would be.
 */
async function killAt(w: World, importId: string, mark: number): Promise<void> {
  const isThere = async () => (await findImport(w.ctx, w.shopId, importId))!.productsDone >= mark
  while (!(await isThere())) {
    const { kill, ended } = worker(w, importId)
    let said: string | undefined
    void ended.then((words) => (said = words))
    while (said === undefined && !(await isThere())) await new Promise((resolve) => setTimeout(resolve, 10))
    kill()
    expect(await ended).toMatch(/^(SIGKILL|peak \d+ MB\s*)$/)
  }
}

test('a worker killed on the way, again and again, leaves an import that ends with every product once', async () => {
  const w = await world()
  const { ctx, given, shopId, ledger } = w
  const id = await upload(ctx, await given.owner(), longTees(700))
  for (const mark of [50, 250, 450]) {
    await killAt(w, id, mark)
    expect(await findImport(ctx, shopId, id)).toMatchObject({ state: 'running' })
  }
  while ((await findImport(ctx, shopId, id))!.state === 'running') await worker(w, id).ended
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
