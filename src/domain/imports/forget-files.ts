import { sql } from 'kysely'
import type { Context } from '#context'
import { forgetLeftOut } from './left-out.ts'

const DAY_MS = 86_400_000
/** How long a file that was only looked at waits. */
const WAITS_DAYS = 14

/** Forgets files nobody came back for: those only looked at, and rows left out that nobody mended. */
export async function forgetFiles(ctx: Context): Promise<void> {
  await forgetLeftOut(ctx)
  const now = ctx.clock.now()
  const { rows } = await sql<{ file_key: string }>`
    update imports set state = 'cancelled', finished_at = ${now}
    where state = 'preview' and created_at < ${new Date(now.getTime() - WAITS_DAYS * DAY_MS)}
    returning file_key`.execute(ctx.db)
  for (const { file_key } of rows) await ctx.files.remove(file_key)
}
