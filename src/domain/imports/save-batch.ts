import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { saveMany, type ReadProduct, type RowRange } from '#domain/catalog/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import { lookAgain } from '#platform/database/look-again.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused } from '#platform/outcome.ts'
import type { Batch } from './batch.ts'
import { draftInput } from './draft-input.ts'
import { withHandles } from './find-handles.ts'
import type { Run } from './import.ts'
import { stretchesOf } from './left-rows.ts'
import { isOurs } from './progress.ts'
import { queuePictures } from './queue-pictures.ts'
import { saveRecords } from './records/save-records.ts'
import { insertRemarks, remarkOn, type Remark } from './remarks.ts'

type Counts = { created: number; updated: number; unchanged: number; skipped: number }

/** Saves a batch and how far it brought us, together; answers the rows it left out. Refused when another run has taken over, or someone cancelled. */
export const saveBatch = (ctx: Context, run: Run, batch: Batch, bytes: number) =>
  lookAgain(() =>
    write(ctx, run.shopId, async (tx) => {
      if (!(await isOurs(tx, run))) return refused('import_over')
      const products = await withHandles(tx, run.shopId, batch.products)
      const { outcomes, entries } = await saveMany(ctx, tx, actorOf(run), products.map(wantedIn(run, batch))) // prettier-ignore
      const counts: Counts = { created: 0, updated: 0, unchanged: 0, skipped: batch.skipped }
      const remarks: Remark[] = [...batch.remarks]
      const left: RowRange[] = []
      for (const [i, outcome] of outcomes.entries()) {
        const product = products[i]!
        if (!outcome.ok) {
          remarks.push(remarkOn(product, outcome))
          left.push(...stretchesOf(product))
        }
        const change = outcome.ok ? await finishProduct(ctx, tx, run, product, outcome.value) : 'skipped'
        counts[change]++
      }
      const records = await saveRecords(ctx, tx, run, batch.records)
      for (const change of records.changes) counts[change]++
      const problems = await insertRemarks(tx, run, remarks)
      await saveProgress(ctx, tx, run, batch, counts, { bytes, problems })
      await append(ctx, tx, run.shopId, [...entries, ...records.entries])
      return done({ problems, left })
    })
  )

/** The import acts for the shop itself; the ledger remembers who started it. */
const actorOf = (run: Run): Actor => ({
  shopId: run.shopId,
  role: 'system',
  memberId: run.startedBy,
  visitor: null
})

const wantedIn =
  (run: Run, batch: Batch) =>
  ({ draft }: ReadProduct) => ({
    handle: draft.handle,
    input: (existing: Parameters<typeof draftInput>[2]) =>
      draftInput(draft, { ...run, adds: batch.returned.has(draft.handle) }, existing)
  })

/** Has the product's pictures fetched; new ones make an unchanged product a changed one. */
async function finishProduct(
  ctx: Context,
  tx: Tx,
  run: Run,
  { draft }: ReadProduct,
  saved: { id: string; change: keyof Counts }
): Promise<keyof Counts> {
  const queued = await queuePictures(ctx, tx, run, saved.id, draft)
  return saved.change === 'unchanged' && queued > 0 ? 'updated' : saved.change
}

async function saveProgress(
  ctx: Context,
  tx: Tx,
  run: Run,
  batch: Batch,
  counts: Counts,
  { bytes, problems }: { bytes: number; problems: number }
): Promise<void> {
  const products = batch.products.length + batch.records.length + batch.skipped
  await sql`
    update imports set bytes_read = greatest(bytes_read, ${bytes}), rows_read = ${batch.lastRow - 1},
      items_read = items_read + ${batch.items}, products_done = products_done + ${products},
      created = created + ${counts.created}, updated = updated + ${counts.updated},
      unchanged = unchanged + ${counts.unchanged}, skipped = skipped + ${counts.skipped}, problems = ${problems},
      touched_at = ${ctx.clock.now()}
    where shop_id = ${run.shopId} and id = ${run.id}`.execute(tx)
}
