import type { Context } from '#context'
import { noteImported } from '#domain/consents/index.ts'
import type { Tx } from '#platform/database/index.ts'

export type ContactDraft = {
  /** The e-mail address in small letters, else the source's own number. */
  key: string
  email: string | null
  name: string
  phone: string | null
  company: string | null
  address: Record<string, string> | null
  /** Null where the file does not say. */
  marketing: boolean | null
  marketingAt: Date | null
  tags: string[]
  note: string
  source: string
}

export type ContactChange = 'created' | 'updated' | 'unchanged'

/**
 * Saves contacts in the caller's transaction, who keeps other imports of the shop out; keys must differ. What a file
 * leaves empty stays; a consent changes only when the file says so. Answers what became of each.
 */
export async function saveContacts(
  ctx: Pick<Context, 'clock' | 'ids'>,
  tx: Tx,
  shopId: number,
  { drafts, importId }: { drafts: readonly ContactDraft[]; importId: string }
): Promise<{ id: string; change: ContactChange }[]> {
  if (drafts.length === 0) return []
  const now = ctx.clock.now()
  const known = await findByKeys(tx, shopId, drafts.map(({ key }) => key)) // prettier-ignore
  const fresh = drafts.filter(({ key }) => !known.has(key)).map((draft) => ({ id: ctx.ids.next(), draft }))
  if (fresh.length) {
    const rows = fresh.map(({ id, draft }) => ({
      ...columnsOf(draft),
      shop_id: shopId,
      id,
      key: draft.key,
      source: draft.source,
      import_id: importId,
      created_at: now,
      updated_at: now
    }))
    await tx.insertInto('contacts').values(rows).execute()
  }
  const ids = new Map(fresh.map(({ id, draft }) => [draft.key, id]))
  const changes: { id: string; change: ContactChange }[] = []
  for (const draft of drafts) {
    const row = known.get(draft.key)
    if (!row) changes.push({ id: ids.get(draft.key)!, change: 'created' })
    else changes.push({ id: row.id, change: await update(tx, shopId, row, draft, now) })
  }
  const said = drafts.flatMap((draft, n) => consentIn(draft, changes[n]!.id))
  await noteImported(ctx, tx, shopId, said)
  return changes
}

/** What a file says about marketing; one that says nothing changes nothing. */
const consentIn = ({ marketing, marketingAt, source }: ContactDraft, contactId: string) =>
  marketing === null ? [] : [{ contactId, granted: marketing, givenAt: marketingAt, source }]

const COLUMNS = ['id', 'key', 'email', 'name', 'phone', 'company', 'address', 'marketing', 'marketing_at', 'tags', 'note'] as const // prettier-ignore

const rowsOf = (tx: Tx, shopId: number, keys: readonly string[]) =>
  tx
    .selectFrom('contacts')
    .select(COLUMNS)
    .where('shop_id', '=', shopId)
    .where('key', 'in', keys)
    .orderBy('key')
    .forUpdate()

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

async function findByKeys(tx: Tx, shopId: number, keys: readonly string[]): Promise<Map<string, Row>> {
  const rows = await rowsOf(tx, shopId, keys).execute()
  return new Map(rows.map((row) => [row.key, row]))
}

const columnsOf = (draft: ContactDraft) => ({
  email: draft.email,
  name: draft.name,
  phone: draft.phone,
  company: draft.company,
  address: draft.address && JSON.stringify(draft.address),
  marketing: draft.marketing,
  marketing_at: draft.marketing === null ? null : draft.marketingAt,
  tags: draft.tags,
  note: draft.note
})

async function update(
  tx: Tx,
  shopId: number,
  row: Row,
  draft: ContactDraft,
  now: Date
): Promise<ContactChange> {
  const wanted = {
    name: draft.name || row.name,
    phone: draft.phone ?? row.phone,
    company: draft.company ?? row.company,
    address: draft.address ?? row.address,
    marketing: draft.marketing ?? row.marketing,
    marketing_at: draft.marketing === null ? row.marketing_at : (draft.marketingAt ?? keptTime(row, draft)),
    tags: draft.tags.length ? draft.tags : row.tags,
    note: draft.note || row.note
  }
  const same = (Object.keys(wanted) as (keyof typeof wanted)[]).every((name) =>
    alike(wanted[name], row[name])
  )
  if (same) return 'unchanged'
  await tx
    .updateTable('contacts')
    .set({ ...wanted, address: wanted.address ? JSON.stringify(wanted.address) : null, updated_at: now })
    .where('shop_id', '=', shopId)
    .where('id', '=', row.id)
    .execute()
  return 'updated'
}

/** The time of a consent that reads as before stays. */
const keptTime = (row: Row, draft: ContactDraft) =>
  row.marketing === draft.marketing ? row.marketing_at : null

const alike = (one: unknown, other: unknown) => plain(one) === plain(other)
const plain = (value: unknown): string =>
  value && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
    ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : JSON.stringify(value)
