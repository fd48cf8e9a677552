import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { addMember, joined } from '#domain/members/index.ts'
import { append } from '#domain/ledger/index.ts'
import { forgetShops, listHosts } from '#domain/shops/index.ts'
import { Host, NewShopInput } from '#domain/shops/schema.ts'
import { transact } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { openMarket } from './open-market.ts'

const AnotherShopInput = NewShopInput.extend({ host: Host })
const UNIQUE = '23505'

type Refusals = 'invalid' | 'not_yours' | 'host_needed' | 'host_taken'

/** Owners of the installation's first shop keep the installation, and may open more. */
export async function canOpenShops({ db }: Pick<Context, 'db'>, actor: Actor): Promise<boolean> {
  if (actor.role !== 'owner') return false
  const first = await db.selectFrom('shops').select('shop_id').orderBy('shop_id').limit(1).executeTakeFirst()
  return first?.shop_id === actor.shopId
}

/**
 * Opens one more shop on a host name of its own, with the same person as its owner. From then on an unknown host name
 * leads nowhere, so the first shop must have its own name by then.
 */
export async function openAnotherShop(
  ctx: Context,
  actor: Actor,
  input: unknown
): Promise<Outcome<{ shopId: number; host: string }, Refusals>> {
  const read = parse(AnotherShopInput, input)
  if (!read.ok) return read
  if (!(await canOpenShops(ctx, actor))) return refused('not_yours')
  const hosts = await listHosts(ctx, actor.shopId)
  if (hosts.length === 0 && !ctx.config.publicUrl) return refused('host_needed')
  const { host, ...shop } = read.value
  try {
    const outcome = await transact(ctx.db, async (tx) => {
      const shopId = await openMarket(ctx, tx, { ...shop, hosts: [host] })
      const person = await tx
        .selectFrom('members')
        .select(['user_id as userId', 'email', 'name', 'locale'])
        .where('shop_id', '=', actor.shopId)
        .where('id', '=', actor.memberId)
        .executeTakeFirstOrThrow()
      const memberId = await addMember(ctx, tx, shopId, { ...person, role: 'owner' })
      if (memberId) await append(ctx, tx, shopId, [joined(memberId)])
      return done({ shopId, host })
    })
    forgetShops(ctx)
    return outcome
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE) return refused('host_taken')
    throw error
  }
}
