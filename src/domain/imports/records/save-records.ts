import type { Context } from '#context'
import type { reading } from '#domain/catalog/index.ts'
import { saveContacts, type ContactDraft } from '#domain/contacts/index.ts'
import { saveCoupons, type CouponInput } from '#domain/coupons/index.ts'
import { savePastOrders, type PastOrderDraft } from '#domain/past-orders/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { ImportKind } from './index.ts'

export type RecordChange = 'created' | 'updated' | 'unchanged'

/** Saves what a batch holds of one kind; answers what became of each. */
export async function saveRecords(
  ctx: Context,
  tx: Tx,
  { shopId, id: importId, kind }: { shopId: number; id: string; kind: ImportKind },
  records: readonly reading.ReadRecord[]
): Promise<RecordChange[]> {
  const drafts = records.map(({ value }) => value)
  if (drafts.length === 0) return []
  if (kind === 'customers') {
    const saved = await saveContacts(ctx, tx, shopId, { drafts: drafts as ContactDraft[], importId })
    return saved.map(({ change }) => change)
  }
  if (kind === 'orders')
    return savePastOrders(ctx, tx, shopId, { drafts: drafts as PastOrderDraft[], importId })
  return saveCoupons(ctx, tx, shopId, drafts as CouponInput[])
}
