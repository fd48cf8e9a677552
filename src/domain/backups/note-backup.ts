import type { Context } from '#context'
import { sendLetter } from '#domain/notifications/index.ts'
import { isLocale, listShops, originOf, type Shop } from '#domain/shops/index.ts'
import { write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done } from '#platform/outcome.ts'
import { failureLetter } from './failure-letter.ts'

const A_DAY_MS = 86_400_000

/** How a try went: so many bytes that were read back, or what went wrong. */
export type Attempt = { begunAt: Date; file: string } & ({ bytes: number } | { problem: string })

/** Notes a try. A failure is told to the owners of the installation's first shop, once a day as long as it lasts. */
export async function noteBackup(ctx: Context, attempt: Attempt): Promise<void> {
  const [keeper] = await listShops(ctx)
  if (!keeper) return
  const problem = 'problem' in attempt ? attempt.problem : null
  const origin = await originOf(ctx, keeper.id)
  await write(ctx, keeper.id, async (tx) => {
    const tells = problem !== null && !(await wasToldToday(ctx, tx))
    await tx
      .insertInto('backups')
      .values({
        id: ctx.ids.next(),
        begun_at: attempt.begunAt,
        ended_at: ctx.clock.now(),
        file: attempt.file,
        bytes: 'bytes' in attempt ? attempt.bytes : null,
        problem,
        told_at: tells ? ctx.clock.now() : null
      })
      .execute()
    if (tells) await tellOwners(ctx, tx, keeper, { problem, url: `${origin}/studio/settings` })
    return done(null)
  })
}

async function wasToldToday({ clock }: Context, tx: Tx): Promise<boolean> {
  const since = new Date(clock.now().getTime() - A_DAY_MS)
  const told = await tx
    .selectFrom('backups as b')
    .select('id')
    .where('told_at', '>', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('backups as good')
            .select('good.id')
            .where('good.bytes', 'is not', null)
            .whereRef('good.ended_at', '>', 'b.told_at')
        )
      )
    )
    .limit(1)
    .executeTakeFirst()
  return told !== undefined
}

async function tellOwners(
  ctx: Context,
  tx: Tx,
  shop: Shop,
  { problem, url }: { problem: string; url: string }
) {
  const owners = await tx
    .selectFrom('members')
    .select(['email', 'locale'])
    .where('shop_id', '=', shop.id)
    .where('role', '=', 'owner')
    .where('blocked_at', 'is', null)
    .execute()
  for (const { email, locale } of owners) {
    const language = [locale, shop.locale].find((one) => one && isLocale(one)) ?? 'en'
    const text = failureLetter(problem, { locale: language as 'en', shopName: shop.name, url })
    await sendLetter(ctx, tx, { ...text, shopId: shop.id, kind: 'backup_failed', to: email })
  }
}
