import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import type { Files } from '#platform/files/index.ts'

/** However the server is set, a value is shown alike. */
const SHOWN = ["timezone = 'UTC'", "datestyle = 'ISO, YMD'", "bytea_output = 'hex'", 'extra_float_digits = 1']

/** Every table of a database by its rows: name → [how many, their hash]. Equal answers mean equal rows. */
export async function contentsOf(url: string): Promise<Record<string, [number, string]>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const setting of SHOWN) await client.query(`set ${setting}`)
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      order by 1`
    )
    const contents: Record<string, [number, string]> = {}
    for (const { name } of tables) {
      const { rows } = await client.query<{ n: string; hash: string }>(
        `select count(*)::text as n, md5(coalesce(string_agg(t::text, chr(10) order by t::text collate "C"), '')) as hash
        from public."${name}" t`
      )
      contents[name] = [Number(rows[0]!.n), rows[0]!.hash]
    }
    return contents
  } finally {
    await client.end()
  }
}

/** Every file of a store by the hash of its bytes. */
export async function filesOf(files: Files): Promise<Record<string, string>> {
  const found: [string, string][] = []
  for await (const key of files.list('')) {
    const bytes = await buffer((await files.open(key))!.stream)
    found.push([key, createHash('sha256').update(bytes).digest('hex')])
  }
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)))
}
