import { quoted, UNFINISHED, type Session } from '#platform/database/index.ts'

/** A table as a backup sees it: the columns that are kept, those that follow from others left out. */
export type Table = { name: string; columns: string[] }

/** Ours: what lies in `public` and came with no extension. `migrations` is written by the restore itself. */
const OURS = `c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

/** Whether the database holds any table of ours, or a job. */
export async function hasTables(session: Session): Promise<boolean> {
  const { rows } = await session.query<{ found: boolean }>(
    `select exists (select from pg_class c where ${OURS} and c.relname <> $1)
      or to_regclass('pgboss.job') is not null as found`,
    [UNFINISHED]
  )
  return rows[0]?.found ?? false
}

/** Every table, in the order in which they can be filled. */
export async function listTables(session: Session): Promise<Table[]> {
  const { rows } = await session.query<Table>(
    `select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a
      on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where ${OURS} and c.relname <> all ($1) group by 1 order by 1`,
    [['migrations', UNFINISHED]]
  )
  const { rows: links } = await session.query<{ from: string; to: string }>(
    `select f.conrelid::regclass::text as from, f.confrelid::regclass::text as to
    from pg_constraint f join pg_class c on c.oid = f.conrelid
    where f.contype = 'f' and f.conrelid <> f.confrelid and ${OURS}`
  )
  return inOrder(rows, links)
}

function inOrder(tables: Table[], links: { from: string; to: string }[]): Table[] {
  const ordered: Table[] = []
  const waiting = new Map(tables.map((table) => [table.name, table]))
  while (waiting.size) {
    const ready = [...waiting.values()].filter(
      ({ name }) => !links.some((link) => link.from === name && waiting.has(link.to))
    )
    if (!ready.length)
      throw new Error(`Tables point at each other in a circle: ${[...waiting.keys()].join(', ')}`)
    for (const table of ready) waiting.delete(table.name)
    ordered.push(...ready)
  }
  return ordered
}

export type Sequence = { table: string; column: string; value: number; used: boolean }

/** Where each counting column stands. Counters stand outside of every snapshot, and never below what one shows. */
export async function readSequences(session: Session): Promise<Sequence[]> {
  const { rows } = await session.query<{ table: string; column: string; sequence: string }>(
    `select c.relname::text as table, a.attname::text as column,
      pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attidentity <> ''
    where ${OURS} order by 1, 2`
  )
  const found: Sequence[] = []
  for (const { table, column, sequence } of rows) {
    const { rows: at } = await session.query<{ value: string; used: boolean }>(
      `select last_value::text as value, is_called as used from ${sequence}`
    )
    found.push({ table, column, value: Number(at[0]!.value), used: at[0]!.used })
  }
  return found
}

export async function setSequences(session: Session, sequences: readonly Sequence[]): Promise<void> {
  for (const { table, column, value, used } of sequences) {
    await session.query('select setval(pg_get_serial_sequence(quote_ident($1), $2)::regclass, $3, $4)', [
      table,
      column,
      value,
      used
    ])
  }
}

export const allOf = ({ name, columns }: Table): string =>
  `select ${columns.map(quoted).join()} from ${quoted(name)}`
