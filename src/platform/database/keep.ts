import { sql } from 'kysely'
import type { Db } from './connect.ts'

/**
 * A value of this installation, made once and kept for good: whoever comes first decides it, and every process then
 * reads the same one.
 */
export async function keep(db: Db, key: string, make: () => string): Promise<string> {
  await sql`insert into installation (key, value) values (${key}, to_jsonb(${make()}::text))
    on conflict (key) do nothing`.execute(db)
  const { value } = await db
    .selectFrom('installation')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return value as string
}
