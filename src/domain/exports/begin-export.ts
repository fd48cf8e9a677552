import type { Context } from '#context'
import { can, type Actor } from '#domain/accounts/index.ts'
import { originOf, type Shop } from '#domain/shops/index.ts'
import { instantOf } from '#platform/local-time.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { exportPermission, type Span } from './export.ts'
import type { ExportFormat, What } from './schema.ts'
import { writeFile } from './write-file.ts'

export type ExportInput = { what: What; format: ExportFormat; from?: string; to?: string; origin?: string }

export type BegunExport = { name: string; pieces: AsyncGenerator<string> }

/** Begins a download, and notes who takes what: a file that has left cannot be called back. */
export async function beginExport(
  ctx: Context,
  actor: Actor,
  shop: Shop,
  { what, format, from, to, origin }: ExportInput
): Promise<Outcome<BegunExport, 'forbidden'>> {
  if (!can(actor, exportPermission(what))) return refused('forbidden')
  const now = ctx.clock.now()
  await ctx.db
    .insertInto('exports')
    .values({
      ...{
        shop_id: actor.shopId,
        id: ctx.ids.next(),
        what,
        format,
        member_id: actor.memberId,
        begun_at: now
      },
      ...{ from_day: from ?? null, to_day: to ?? null }
    })
    .execute()
  const wanted = { shop, span: spanOf(shop.timezone, from, to), origin: await originOf(ctx, shop.id, origin) }
  const days = [from, to ?? now.toISOString().slice(0, 10)].filter(Boolean).join('-to-')
  return done({ name: `${what}-${days}.${format}`, pieces: writeFile(ctx, what, format, wanted) })
}

/** Whole days of the shop's own clock. */
function spanOf(timezone: string, from: string | undefined, to: string | undefined): Span {
  const dayAfter = to && new Date(Date.parse(to) + 86_400_000).toISOString().slice(0, 10)
  return {
    from: from ? instantOf(`${from}T00:00`, timezone) : undefined,
    before: dayAfter ? instantOf(`${dayAfter}T00:00`, timezone) : undefined
  }
}
