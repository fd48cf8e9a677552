import type { Context } from '#context'
import type { reading } from '#domain/catalog/index.ts'
import { saveContacts, type ContactDraft } from '#domain/contacts/index.ts'
import { saveCoupons, type CouponInput } from '#domain/coupons/index.ts'
import { savePastOrders, type PastOrderDraft } from '#domain/past-orders/index.ts'
import type { Entry } from '#domain/ledger/index.ts'
import { takeStoreOrders } from '#domain/store-orders/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { ImportKind } from './index.ts'
import { fileOrderOf } from './sale-of.ts'

export type RecordChange = 'created' | 'updated' | 'unchanged'

type Saved = { changes: RecordChange[]; entries: Entry[] }
const alone = (changes: RecordChange[]): Saved => ({ changes, entries: [] })

/** Saves what a batch holds of one kind; answers what became of each, and what the ledger is to be told at the end. */
export async function saveRecords(
  ctx: Context,
  tx: Tx,
  { shopId, id: importId, kind }: { shopId: number; id: string; kind: ImportKind },
  records: readonly reading.ReadRecord[]
): Promise<Saved> {
  const drafts = records.map(({ value }) => value)
  if (drafts.length === 0) return alone([])
  if (kind === 'customers') {
    const saved = await saveContacts(ctx, tx, shopId, { drafts: drafts as ContactDraft[], importId })
    return alone(saved.map(({ change }) => change))
  }
  if (kind === 'orders') {
    const orders = drafts as PastOrderDraft[]
    const changes = await savePastOrders(ctx, tx, shopId, { drafts: orders, importId })
    const sales = orders.flatMap((draft) => fileOrderOf(draft) ?? [])
    return { changes, entries: await takeStoreOrders(ctx, tx, shopId, sales) }
  }
  return alone(await saveCoupons(ctx, tx, shopId, drafts as CouponInput[]))
}
