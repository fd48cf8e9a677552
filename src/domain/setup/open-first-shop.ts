import type { Context } from '#context'
import { moveSession, type Session } from '#domain/auth/index.ts'
import { addMember, joined } from '#domain/members/index.ts'
import { append } from '#domain/ledger/index.ts'
import { forgetShops } from '#domain/shops/index.ts'
import { NewShopInput } from '#domain/shops/schema.ts'
import { transact, type Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { openMarket } from './open-market.ts'

/**
 * The second step: the installation's first shop, with the account of the first step as its owner. There is one first
 * shop, whoever asks at the same moment: a row that can be written once decides.
 */
export async function openFirstShop(
  ctx: Context,
  session: Session,
  host: string,
  input: unknown
): Promise<Outcome<number, 'invalid' | 'setup_closed'>> {
  const read = parse(NewShopInput, input)
  if (!read.ok) return read
  const outcome = await transact(ctx.db, async (tx) => {
    if (!(await isFirst(ctx, tx))) return refused('setup_closed')
    const shopId = await openMarket(ctx, tx, { ...read.value, hosts: [host] })
    const owner = await tx
      .selectFrom('auth_users')
      .select(['id as userId', 'email', 'name'])
      .where('id', '=', session.userId)
      .executeTakeFirstOrThrow()
    const memberId = await addMember(ctx, tx, shopId, { ...owner, role: 'owner', locale: read.value.locale })
    await moveSession(tx, session, shopId)
    if (memberId) await append(ctx, tx, shopId, [joined(memberId)])
    return done(shopId)
  })
  forgetShops(ctx)
  return outcome
}

async function isFirst({ clock }: Context, tx: Tx): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('installation')
    .values({ key: 'first_shop', value: JSON.stringify(clock.now()) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  const shop = await tx.selectFrom('shops').select('shop_id').limit(1).executeTakeFirst()
  return Boolean(numInsertedOrUpdatedRows) && shop === undefined
}
