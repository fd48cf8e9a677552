import type { Context } from '#context'
import type { Tx } from '#platform/database/index.ts'
import type { Kind } from './kinds.ts'

/** The rows of one shop with `after < seq <= upTo`. */
export type Slice = { shopId: number; after: number; upTo: number }

/**
 * A view kept beside the ledger. `apply` is one set-based statement over a slice, `reset` empties the view.
 * Its law, tested for each: applying slice by slice gives the same rows as one rebuild. A new version rebuilds.
 */
export type Projection = {
  name: string
  version: number
  kinds: readonly Kind[]
  apply(tx: Tx, slice: Slice): Promise<void>
  reset(tx: Tx, shopId: number): Promise<void>
}

const SLICE = 10_000

/** Brings one projection of one shop up to the last commit. Rows and cursor are saved together. */
export async function project(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  projection: Projection
): Promise<void> {
  while (await projectSlice(ctx, shopId, projection));
}

/** Returns whether more is waiting. The cursor's lock keeps two processes from applying the same rows. */
async function projectSlice(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  projection: Projection
): Promise<boolean> {
  return ctx.db.transaction().execute(async (tx) => {
    const after = await lockCursor(tx, shopId, projection)
    const head = await readHead(tx, shopId)
    if (head <= after) return false
    const upTo = Math.min(head, after + SLICE)
    await projection.apply(tx, { shopId, after, upTo })
    await tx
      .updateTable('projection_cursors')
      .set({ seq: upTo })
      .where('shop_id', '=', shopId)
      .where('name', '=', projection.name)
      .execute()
    return upTo < head
  })
}

async function lockCursor(tx: Tx, shopId: number, projection: Projection): Promise<number> {
  const { name, version } = projection
  const find = () =>
    tx
      .selectFrom('projection_cursors')
      .select(['seq', 'version'])
      .where('shop_id', '=', shopId)
      .where('name', '=', name)
      .forUpdate()
      .executeTakeFirst()
  let cursor = await find()
  if (!cursor) {
    await tx
      .insertInto('projection_cursors')
      .values({ shop_id: shopId, name, version, seq: 0 })
      .onConflict((c) => c.doNothing())
      .execute()
    cursor = await find()
  }
  if (!cursor) throw new Error(`No cursor for projection ${name}`)
  if (cursor.version === version) return cursor.seq
  await restart(tx, shopId, projection)
  return 0
}

async function restart(tx: Tx, shopId: number, projection: Projection): Promise<void> {
  await projection.reset(tx, shopId)
  await tx
    .updateTable('projection_cursors')
    .set({ seq: 0, version: projection.version })
    .where('shop_id', '=', shopId)
    .where('name', '=', projection.name)
    .execute()
}

/** Throws the view away and builds it again from the first row. */
export async function rebuild(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  projection: Projection
): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    await lockCursor(tx, shopId, projection)
    await restart(tx, shopId, projection)
  })
  await project(ctx, shopId, projection)
}

async function readHead(tx: Tx, shopId: number): Promise<number> {
  const counter = await tx
    .selectFrom('ledger_counters')
    .select('next')
    .where('shop_id', '=', shopId)
    .executeTakeFirst()
  return (counter?.next ?? 1) - 1
}
