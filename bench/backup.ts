import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Context } from '#context'
import { factories } from '#test/factories/index.ts'
import type { Figures } from './figures.ts'
import { inFolder, onPostgres } from './tools/stand.ts'

const PICTURES = 800
const PICTURE_BYTES = 250_000
const LEDGER_ROWS = 300_000

/** A shop with 200 MB of pictures and 300,000 rows, put into one file by `torilla backup` and back by `torilla restore`. */
export const backup = (): Promise<Figures> =>
  onPostgres(({ inside, databaseUrl, folder }) =>
    inFolder(async (elsewhere) => {
      await inside(async (ctx) => void (await factories(ctx)))
      const env = { DATABASE_URL: databaseUrl, DATA_DIR: join(folder, 'data') }
      const idle = await torilla(env, 'backup', join(elsewhere, 'small.tar'))
      await inside(fill)
      const file = join(elsewhere, 'shop.tar')
      const made = await torilla(env, 'backup', file)
      const there = { DATA_DIR: join(elsewhere, 'data') }
      const restored = await torilla(there, 'restore', file)
      const mb = statSync(file).size / 1e6
      return {
        fileMb: Math.round(mb),
        backupMbPerSecond: Math.round(mb / made.seconds),
        backupAboveIdleMb: made.peakMb - idle.peakMb,
        restoreMbPerSecond: Math.round(mb / restored.seconds),
        restoreAboveIdleMb: restored.peakMb - idle.peakMb
      }
    })
  )

async function fill(ctx: Context): Promise<void> {
  const { shop_id: shopId } = await ctx.db.selectFrom('shops').select('shop_id').executeTakeFirstOrThrow()
  for (let i = 0; i < PICTURES; i++)
    await ctx.files.put(`pictures/${shopId}/p${i}/master.jpg`, randomBytes(PICTURE_BYTES))
  await sql`insert into ledger (shop_id, seq, kind, actor, subject_kind, subject_id, occurred_at, recorded_at)
    select ${shopId}, 1000000 + n, 'view', md5(n::text), 'post', gen_random_uuid(), now(), now()
    from generate_series(1, ${LEDGER_ROWS}) n`.execute(ctx.db)
}

/** One run of a verb, its time from start to end, and the most memory its process held at once. */
async function torilla(
  env: Record<string, string>,
  ...words: string[]
): Promise<{ seconds: number; peakMb: number }> {
  const from = performance.now()
  const child = spawn(process.execPath, ['build/server/cli.js', ...words], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'ignore', 'inherit']
  })
  let peakMb = 0
  const watch = setInterval(() => (peakMb = Math.max(peakMb, peakOf(child.pid!))), 10)
  const [code] = (await once(child, 'exit')) as [number | null]
  clearInterval(watch)
  if (code !== 0) throw new Error(`torilla ${words[0]} ended with ${code}`)
  return { seconds: (performance.now() - from) / 1_000, peakMb }
}

function peakOf(pid: number): number {
  try {
    return Math.round(
      Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    )
  } catch {
    return 0 // it has just ended
  }
}
