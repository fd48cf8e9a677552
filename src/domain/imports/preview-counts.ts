import { sql } from 'kysely'
import type { Context } from '#context'
import type { ReadProduct } from '#domain/catalog/index.ts'
import { storesOfCodes } from '#domain/store-orders/index.ts'
import { withHandles } from './find-handles.ts'
import type { Run } from './import.ts'

const AT_ONCE = 1_000

/** How many of the products are here already. */
export async function countKnown(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  drafts: readonly Pick<ReadProduct, 'draft'>[]
): Promise<number> {
  const known = new Set<string>()
  for (let at = 0; at < drafts.length; at += AT_ONCE) {
    const found = await withHandles(db, shopId, drafts.slice(at, at + AT_ONCE))
    const rows = await db
      .selectFrom('products')
      .select('handle')
      .where('shop_id', '=', shopId)
      .where(
        'handle',
        'in',
        found.map(({ draft }) => draft.handle)
      ) // prettier-ignore
      .execute()
    for (const { handle } of rows) known.add(handle)
  }
  return known.size
}

/** How many of the records are here already. */
export async function countRecords(
  { db }: Pick<Context, 'db'>,
  { shopId, kind }: Run,
  names: readonly string[]
): Promise<number> {
  let here = 0
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const some = names.slice(at, at + AT_ONCE)
    const counted = await counting(db, shopId, kind, some)
    here += Number(counted?.n ?? 0)
  }
  return here
}

function counting(db: Context['db'], shopId: number, kind: Run['kind'], names: readonly string[]) {
  const n = sql<number>`count(*)::int`.as('n')
  if (kind === 'customers')
    return db
      .selectFrom('contacts')
      .select(n)
      .where('shop_id', '=', shopId)
      .where('key', 'in', names)
      .executeTakeFirst()
  if (kind === 'orders')
    return db
      .selectFrom('past_orders')
      .select(n)
      .where('shop_id', '=', shopId)
      .where('number', 'in', names)
      .executeTakeFirst()
  return db
    .selectFrom('coupons')
    .select(n)
    .where('shop_id', '=', shopId)
    .where(({ eb, fn }) => eb(fn<string>('upper', ['code']), 'in', names))
    .executeTakeFirst()
}

/** How many orders carry the code of a hand-over of this shop. */
export async function countSales(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  codes: readonly string[]
): Promise<number> {
  let sales = 0
  for (let at = 0; at < codes.length; at += AT_ONCE) {
    const some = codes.slice(at, at + AT_ONCE)
    const stores = await storesOfCodes(db, shopId, some)
    sales += some.filter((code) => stores.has(code)).length
  }
  return sales
}
