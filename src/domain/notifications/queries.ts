import { sql } from 'kysely'
import type { Context } from '#context'

export type MailView = {
  id: string
  kind: string
  to: string
  subject: string
  text: string
  html: string
  state: 'queued' | 'sent' | 'kept' | 'failed'
  problem: string | null
  createdAt: Date
}

const PAGE = 50

type Wanted = { to?: string; state?: MailView['state']; before?: string | null }

/** Letters of a shop, newest first, 50 a page; ids are ordered by time, so the last one is the next page's `before`. */
export async function listMails({ db }: Context, shopId: number, wanted: Wanted = {}): Promise<MailView[]> {
  let query = db
    .selectFrom('mails')
    .select(['id', 'kind', 'to_address as to', 'subject', 'text_body as text', 'html_body as html'])
    .select(['state', 'problem', 'created_at as createdAt'])
    .where('shop_id', '=', shopId)
    .orderBy('id', 'desc')
    .limit(PAGE)
  if (wanted.to) query = query.where(sql`lower(to_address)`, '=', wanted.to.toLowerCase())
  if (wanted.state) query = query.where('state', '=', wanted.state)
  if (wanted.before) query = query.where('id', '<', wanted.before)
  return (await query.execute()) as MailView[]
}

/** How many letters are waiting and how many failed for good. */
export async function countUnsent(
  { db }: Context,
  shopId: number
): Promise<{ queued: number; failed: number }> {
  const rows = await db
    .selectFrom('mails')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('shop_id', '=', shopId)
    .where('state', 'in', ['queued', 'failed'])
    .groupBy('state')
    .execute()
  const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0
  return { queued: count('queued'), failed: count('failed') }
}
