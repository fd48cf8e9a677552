import type { Context } from '#context'
import type { reading } from '#domain/catalog/index.ts'
import { linkMembers } from '#domain/contacts/index.ts'
import { beginRun, beat, finishRun } from './progress.ts'
import { createBatch, type Batch } from './batch.ts'
import type { Run } from './import.ts'
import { keepLeftOut } from './left-out.ts'
import { openerOf } from './open-file.ts'
import { createLeftRows, stretchesOf, type LeftRows } from './left-rows.ts'
import { readItems } from './read-items.ts'
import { rowsLeftBefore } from './remarks.ts'
import { saveBatch } from './save-batch.ts'

const BEAT_MS = 10_000

/**
 * Reads a kept file into the catalogue, batch by batch, each with its progress in one transaction. A second run, after
 * a crash or beside the first, goes on behind the last committed batch: nothing is done twice, and of two runs one
 * stops at its next batch. Ends quietly when the import was cancelled.
 */
export async function runImport(ctx: Context, shopId: number, importId: string): Promise<void> {
  const run = await beginRun(ctx, shopId, importId)
  if (!run) return
  if (!(await ctx.files.exists(run.fileKey))) return finishRun(ctx, run, 'file_missing')
  const place = { bytes: 0 }
  const end = await readInto(ctx, run, itemsOf(ctx, run, place), place)
  if (end === 'stopped') return
  if (!end.problem) await keepLeftOut(ctx, run, end.left)
  await finishRun(ctx, run, end.problem)
  if (run.kind === 'customers' || run.kind === 'orders') await linkMembers(ctx, shopId)
}

/** The file's items; while it is only looked through, the run still says that it is alive. */
function itemsOf(ctx: Context, run: Run, place: { bytes: number }): AsyncIterable<reading.AnyItem> {
  let beaten = ctx.clock.now().getTime()
  return readItems(openerOf(ctx, run), run, {
    place,
    pulse: async () => {
      if (ctx.clock.now().getTime() - beaten > BEAT_MS) beaten = await beat(ctx, run)
    }
  })
}

/** Goes through the file's items; answers how it ended. Items already behind the run are passed over. */
async function readInto(
  ctx: Context,
  run: Run,
  items: AsyncIterable<reading.AnyItem>,
  place: { bytes: number }
): Promise<'stopped' | { problem?: string; left: LeftRows }> {
  const left = createLeftRows()
  const leftBefore = await rowsLeftBefore(ctx, run)
  let batch = createBatch()
  let problem: string | undefined
  let read = 0
  let beaten = ctx.clock.now().getTime()
  for await (const item of items) {
    problem = batch.note(item)
    left.note(item)
    if (++read <= run.itemsRead) {
      if (item.kind === 'product' && leftBefore.has(item.rows[0])) left.add(...stretchesOf(item))
      if (ctx.clock.now().getTime() - beaten > BEAT_MS) beaten = await beat(ctx, run)
      continue
    }
    if (batch.fullBefore(item)) {
      if (!(await commit(ctx, run, { batch, left, bytes: place.bytes }))) return 'stopped'
      batch = createBatch(batch)
    }
    batch.add(item)
  }
  if (!(await commit(ctx, run, { batch, left, bytes: place.bytes }))) return 'stopped'
  return { problem, left }
}

type Part = { batch: Batch; left: LeftRows; bytes: number }

async function commit(ctx: Context, run: Run, { batch, left, bytes }: Part): Promise<boolean> {
  if (batch.items === 0) return true
  const saved = await saveBatch(ctx, run, batch, bytes)
  if (!saved.ok) return false
  run.itemsRead += batch.items
  run.problems = saved.value.problems
  left.add(...saved.value.left)
  return true
}
