import type { Permission } from '#domain/accounts/index.ts'
import type { Context } from '#context'
import type { Shop } from '#domain/shops/index.ts'
import type { What } from './schema.ts'

export type Cell = string | number | null

/** From when until before when. */
export type Span = { from?: Date; before?: Date }

/** What a batch is read for: one shop, one span, with the address that pictures and posts are found at. */
export type Wanted = { shop: Pick<Shop, 'id' | 'currency'>; span: Span; origin: string }

/** One kind of export: batches of records by key, each one record of NDJSON and some lines of CSV. */
export type Export<R> = {
  headings: readonly string[]
  /** Each batch is a statement of its own: a reader that is slow, or stops, keeps nothing waiting in the database. */
  batches(ctx: Pick<Context, 'db'>, wanted: Wanted): AsyncGenerator<R[]>
  lines(record: R, wanted: Wanted): Cell[][]
}

export const BATCH = 500

const PERMISSIONS: Record<What, Permission> = {
  products: 'products.read',
  posts: 'posts.write',
  // Nobody's name is among them.
  store_orders: 'orders.read',
  interactions: 'results.read',
  // Who bought what, and where they live: for the owner.
  orders: 'shop.export',
  customers: 'shop.export'
}

export const exportPermission = (what: What): Permission => PERMISSIONS[what]

/** Reads by key, a batch at a time, until one comes back short. */
export async function* byKey<R, K>(
  read: (after: K | undefined) => Promise<R[]>,
  keyOf: (record: R) => K
): AsyncGenerator<R[]> {
  let after: K | undefined
  for (;;) {
    const batch = await read(after)
    if (batch.length) yield batch
    if (batch.length < BATCH) return
    after = keyOf(batch.at(-1)!)
  }
}

/** Minor units as a decimal number that any spreadsheet and any shop reads: 3400 is 34.00. */
export const decimal = (amount: number | null, exponent: number): string | null =>
  amount === null ? null : (amount / 10 ** exponent).toFixed(exponent)

export const iso = (at: Date | null): string | null => at?.toISOString() ?? null
