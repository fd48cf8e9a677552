import { inSession, plainText, quoted, whileUnchanged, type Session } from '#platform/database/index.ts'
import { listTables, type Table } from './catalogue.ts'

/** One moment of the whole database, for as long as `work` takes. Nobody waits for it, and it holds up only migrations. */
export function inSnapshot<T>(
  databaseUrl: string,
  work: (session: Session, tables: Table[]) => Promise<T>
): Promise<T> {
  return inSession(databaseUrl, async (session) => {
    await plainText(session)
    const tables = await whileUnchanged(session, async () => {
      const tables = await listTables(session)
      await session.query('begin isolation level repeatable read read only')
      const names = ['migrations', ...tables.map((table) => table.name)].map(quoted)
      if (tables.length) await session.query(`lock table ${names.join()} in access share mode`)
      return tables
    })
    return work(session, tables)
  })
}
