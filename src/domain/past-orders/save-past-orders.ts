import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#context'
import { saveContacts, type ContactDraft } from '#domain/contacts/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { PastOrderDraft } from './past-order.ts'

type Change = 'created' | 'updated' | 'unchanged'

/**
 * Saves past orders with their lines in the caller's transaction, who keeps other imports of the shop out; numbers must
 * differ. Their buyers become contacts; products are found by SKU. An order that reads as before is left alone.
 */
export async function savePastOrders(
  ctx: Pick<Context, 'clock' | 'ids'>,
  tx: Tx,
  shopId: number,
  { drafts, importId }: { drafts: readonly PastOrderDraft[]; importId: string }
): Promise<Change[]> {
  const known = await findKnown(tx, shopId, drafts)
  const hashed = drafts.map((draft) => ({ draft, hash: hashOf(draft), row: known.get(keyOf(draft)) }))
  const wanted = hashed.filter(({ hash, row }) => row?.hash !== hash)
  const contacts = await contactsOf(ctx, tx, shopId, wanted.map(({ draft }) => draft), importId) // prettier-ignore
  const goods = await goodsBySku(tx, shopId, wanted.map(({ draft }) => draft)) // prettier-ignore
  const now = ctx.clock.now()
  const lines: Line[] = []
  for (const { draft, hash, row } of wanted) {
    const id = row?.id ?? ctx.ids.next()
    const columns = { ...columnsOf(draft), contact_id: contacts.get(draft.email ?? '') ?? null, content_hash: hash, import_id: importId, updated_at: now } // prettier-ignore
    if (row) {
      await tx
        .updateTable('past_orders')
        .set(columns)
        .where('shop_id', '=', shopId)
        .where('id', '=', id)
        .execute()
      await tx
        .deleteFrom('past_order_lines')
        .where('shop_id', '=', shopId)
        .where('order_id', '=', id)
        .execute()
    } else
      await tx
        .insertInto('past_orders')
        .values({ ...columns, shop_id: shopId, id, created_at: now })
        .execute()
    for (const [at, line] of draft.lines.entries())
      lines.push({
        shop_id: shopId,
        order_id: id,
        n: at + 1,
        ...line,
        ...(goods.get(line.sku ?? '') ?? NO_GOODS)
      })
  }
  for (let at = 0; at < lines.length; at += 1_000)
    await tx
      .insertInto('past_order_lines')
      .values(lines.slice(at, at + 1_000))
      .execute()
  return hashed.map(({ hash, row }) => (!row ? 'created' : row.hash === hash ? 'unchanged' : 'updated'))
}

type Goods = { product_id: string | null; variant_id: string | null }
type Line = PastOrderDraft['lines'][number] & Goods & { shop_id: number; order_id: string; n: number }
const NO_GOODS: Goods = { product_id: null, variant_id: null }

const keyOf = ({ source, number }: Pick<PastOrderDraft, 'source' | 'number'>) => `${source} ${number}`
/** A code tells where an order came from, and changes nothing of the order. */
const hashOf = ({ sale: _, ...draft }: PastOrderDraft) =>
  createHash('sha256').update(JSON.stringify(draft)).digest('hex')

const columnsOf = ({ lines: _, sale: _sale, placedAt, ...draft }: PastOrderDraft) => ({
  ...draft,
  placed_at: placedAt
})

async function findKnown(tx: Tx, shopId: number, drafts: readonly PastOrderDraft[]) {
  const rows = await tx
    .selectFrom('past_orders')
    .select(['id', 'source', 'number', 'content_hash as hash'])
    .where('shop_id', '=', shopId)
    .where(
      'number',
      'in',
      drafts.map(({ number }) => number)
    ) // prettier-ignore
    .execute()
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/** The buyers as contacts, by address. A buyer who is known already keeps what is known. */
async function contactsOf(
  ctx: Pick<Context, 'clock' | 'ids'>,
  tx: Tx,
  shopId: number,
  drafts: readonly PastOrderDraft[],
  importId: string
): Promise<Map<string, string>> {
  const byEmail = new Map<string, ContactDraft>()
  for (const { email, name, source } of drafts)
    if (email && !byEmail.has(email)) byEmail.set(email, { ...NOBODY, key: email, email, name, source })
  if (byEmail.size === 0) return new Map()
  const known = await tx
    .selectFrom('contacts')
    .select(['id', 'key'])
    .where('shop_id', '=', shopId)
    .where('key', 'in', [...byEmail.keys()])
    .execute()
  const ids = new Map(known.map(({ id, key }) => [key, id]))
  const fresh = [...byEmail.values()].filter(({ key }) => !ids.has(key))
  const saved = await saveContacts(ctx, tx, shopId, { drafts: fresh, importId })
  for (const [at, { key }] of fresh.entries()) ids.set(key, saved[at]!.id)
  return ids
}

const NOBODY = {
  phone: null,
  company: null,
  address: null,
  marketing: null,
  marketingAt: null,
  tags: [],
  note: ''
}

async function goodsBySku(
  tx: Tx,
  shopId: number,
  drafts: readonly PastOrderDraft[]
): Promise<Map<string, Goods>> {
  const skus = [...new Set(drafts.flatMap(({ lines }) => lines.flatMap(({ sku }) => sku ?? [])))]
  if (skus.length === 0) return new Map()
  const { rows } = await sql<Goods & { sku: string }>`
    select sku, product_id, id as variant_id from variants
    where shop_id = ${shopId} and sku = any(${skus}::text[]) order by archived_at desc nulls last`.execute(tx)
  return new Map(rows.map(({ sku, product_id, variant_id }) => [sku, { product_id, variant_id }]))
}
