import type pg from 'pg'

/**
 * A table that stands in the database for as long as a restore into it is not whole. Everything else of a restore is
 * one transaction, which takes this table away: a place is empty but for it, or finished.
 */
export const UNFINISHED = 'restore_unfinished'

export async function isUnfinished(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `select to_regclass('public.${UNFINISHED}') is not null as found`
  )
  return rows[0]?.found ?? false
}

/** Throws a sentence for the person who starts Torilla on such a database. */
export async function refuseUnfinished(client: pg.Client): Promise<void> {
  if (!(await isUnfinished(client))) return
  throw new Error(
    'A backup was being restored here and did not come to its end. Run the same `torilla restore` again.'
  )
}
