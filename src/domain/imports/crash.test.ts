import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectStockToAddUp } from '#test/stock.ts'
import { world, type World } from '#test/world.ts'
import { findImport } from './index.ts'
import { longTees, tees, upload } from './testing.ts'

type Job = { shopId: number; id: string }

/** Starts a worker of its own for these imports. `ended` answers what it said, or its signal. */
function worker({ ctx, databaseUrl }: World, ...jobs: Job[]) {
  const script = join(import.meta.dirname, 'fixtures/runner.ts')
  // As bin/torilla.js starts the server: a small young generation keeps a long import's garbage from piling up.
  const args = [
    '--max-semi-space-size=8',
    script,
    databaseUrl,
    join(ctx.config.dataDir, 'files'),
    ...jobs.flatMap(({ shopId, id }) => [String(shopId), id])
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
    const { kill, ended } = worker(w, { shopId: w.shopId, id: importId })
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
  while ((await findImport(ctx, shopId, id))!.state === 'running') await worker(w, { shopId, id }).ended
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

const lines = (head: string, count: number, line: (n: number) => string) =>
  head + Array.from({ length: count }, (_, i) => line(i + 1)).join('')

/** A file of every other kind, of several batches, and what comes of it. */
const FILES = {
  customers: [
    2_500,
    'contacts',
    lines('Name,Email,Last Active,Sign Up,Orders\n', 2_500, (n) => `P${n},p${n}@example.org,,,1\n`)
  ],
  orders: [
    ...([2_500, 'past_orders'] as const),
    lines(
      'Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n',
      2_500,
      (n) => `#${n},p${n}@example.org,paid,EUR,17.50,2025-03-01 10:00:00 +0200,1,Mug,12.50\n`
    )
  ],
  coupons: [2_500, 'coupons', lines('Code,Kind,Value\n', 2_500, (n) => `CODE${n},percent,10\n`)],
  // Every variation before all parents: its rows are sorted on the disk.
  woocommerce: [
    ...([200, 'products'] as const),
    lines('ID,Type,SKU,Name,Published,Stock,Regular price,Parent,Attribute 1 name,Attribute 1 value(s)\n', 200, (n) => `${n}01,variation,P${n}-S,Shirt ${n},1,5,20,P${n},Size,S\n`) + // prettier-ignore
      lines('', 200, (n) => `${n},variable,P${n},Shirt ${n},1,,,,Size,S\n`)
  ],
  google: [
    ...([200, 'products'] as const),
    `<rss xmlns:g="http://base.google.com/ns/1.0"><channel>${lines('', 200, (n) => `<item><g:id>G${n}</g:id><title>Lamp ${n}</title><g:price>9.00 EUR</g:price><g:availability>in_stock</g:availability></item>\n`)}</channel></rss>`
  ]
} as const

type OfKind = Job & {
  w: World
  name: string
  count: number
  table: 'contacts' | 'past_orders' | 'coupons' | 'products'
}

/** Waits until all of these are midway, or one is a quarter done; answers those that are midway. */
async function midwayOf(jobs: readonly OfKind[]): Promise<OfKind[]> {
  for (;;) {
    const done = await Promise.all(jobs.map(async ({ w, shopId, id }) => (await findImport(w.ctx, shopId, id))!.productsDone)) // prettier-ignore
    const midway = jobs.filter(({ count }, i) => done[i]! > 0 && done[i]! < count)
    const hurry = jobs.some(({ count }, i) => done[i]! > count / 4)
    if (midway.length === jobs.length || (hurry && midway.length)) return midway
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

test('a worker killed over files of every other kind at once leaves imports that end with everything once', async () => {
  const jobs: OfKind[] = []
  for (const [name, [count, table, file]] of Object.entries(FILES)) {
    const w = await world()
    const id = await upload(w.ctx, await w.given.owner(), file)
    jobs.push({ w, shopId: w.shopId, id, name, count, table })
  }
  const state = ({ w, shopId, id }: (typeof jobs)[number]) => findImport(w.ctx, shopId, id)
  const killed = new Set<string>()
  while (killed.size < jobs.length) {
    const { kill, ended } = worker(jobs[0]!.w, ...jobs)
    for (const job of await midwayOf(jobs.filter(({ name }) => !killed.has(name)))) killed.add(job.name)
    kill()
    expect(await ended).toBe('SIGKILL')
  }
  await worker(jobs[0]!.w, ...jobs).ended
  for (const job of jobs) {
    const { name, count, table, w } = job
    const once = { state: 'done', created: count, updated: 0, unchanged: 0, skipped: 0 }
    expect({ name, ...(await state(job)) }).toMatchObject({ name, ...once })
    const rows = await w.ctx.db.selectFrom(table).select('shop_id').where('shop_id', '=', w.shopId).execute()
    expect([name, rows.length]).toEqual([name, count])
    if (table === 'products') await expectStockToAddUp(w)
  }
}, 120_000)

test('memory does not grow with the file', async () => {
  const peakOf = async (count: number) => {
    const w = await world()
    const id = await upload(w.ctx, await w.given.owner(), tees(count))
    const said = await worker(w, { shopId: w.shopId, id }).ended
    expect(await findImport(w.ctx, w.shopId, id)).toMatchObject({ state: 'done', created: count })
    return Number(/peak (\d+) MB/.exec(said)?.[1])
  }
  const [small, large] = [await peakOf(100), await peakOf(4_000)]
  expect(large).toBeLessThan(300)
  expect(large - small).toBeLessThan(100)
}, 120_000)
