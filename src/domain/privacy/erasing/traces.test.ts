import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { TRACES } from './traces.ts'

/** Columns with a step of their own, or none because nothing of a person stays in them; each with why. */
const ELSEWHERE: Record<string, string> = {
  'carts.member_id': 'blank-address',
  'comments.member_id': 'cut-traces: silence',
  'contacts.member_id': 'drop-contacts',
  'ledger.actor': 'cut-ledger',
  'links.member_id': 'cut-traces: unshare',
  'orders.member_id': 'blank-orders',
  'pictures.uploaded_by': 'drop-pictures',
  'api_replies.actor': 'cut-traces',
  'erasures.user_id': 'blanked when it is done',
  'erasures.by_whom': 'self, owner or system',
  'members.user_id': 'prepare',
  'auth_accounts.user_id': 'drop-account, by cascade',
  'auth_sessions.user_id': 'drop-account, by cascade',
  'feeds.fetched_by': 'the name of a program',
  'store_orders.heard_by': 'webhook or import'
}

test('every column in which a person’s id can stand is known to erasure; a new table says what becomes of it', async () => {
  const { ctx } = await world()
  const { rows } = await sql<{ place: string }>`
    select c.relname || '.' || a.attname as place from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and (a.attname ~ '(^|_)(member|author|user|person|winner|voter)_id$' or a.attname ~ '_by(_whom)?$'
        or a.attname = 'by_whom' or a.attname in ('actor', 'visitor')
        or exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'
          and f.confrelid = 'members'::regclass and a.attnum = any(f.conkey) and a.attname <> 'shop_id'))`.execute(
    ctx.db
  )
  const known = [...TRACES.map(({ table, column }) => `${table}.${column}`), ...Object.keys(ELSEWHERE)]
  expect(rows.map(({ place }) => place).sort()).toEqual(known.sort())
})
