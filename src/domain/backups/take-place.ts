import type { Files } from '#platform/files/index.ts'
import { isUnfinished, UNFINISHED, type Session } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { hasTables } from './catalogue.ts'

export type PlaceRefusal = 'database_not_empty' | 'files_not_empty'

/**
 * A restore goes only where nothing is, and says that it is under way before it puts anything there. Files that an
 * unfinished restore left are its own, and go.
 */
export async function takePlace(session: Session, files: Files): Promise<Outcome<null, PlaceRefusal>> {
  if (await hasTables(session)) return refused('database_not_empty')
  const again = await isUnfinished(session)
  for await (const key of files.list('')) {
    if (!again) return refused('files_not_empty')
    await files.remove(key)
  }
  await session.query(`create table if not exists ${UNFINISHED} (since timestamptz not null default now())`)
  return done(null)
}
