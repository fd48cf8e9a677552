import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { readStoreAddress } from './read-address.ts'
import { storeInput, type StoreInput } from './schema.ts'

const MOST = 20

export type CreateStoreRefusal = 'invalid' | 'store_address_refused' | 'too_many_stores'

/** Makes a store known in which goods of this shop are sold. Its kind stays; nothing is asked of the store itself. */
export async function createStore(
  ctx: Context,
  { shopId }: Actor,
  input: StoreInput
): Promise<Outcome<{ id: string }, CreateStoreRefusal>> {
  const parsed = parse(storeInput, input)
  if (!parsed.ok) return parsed
  const { name, kind, secret } = parsed.value
  const address = readStoreAddress(kind, parsed.value.address)
  if (!address) return refused('store_address_refused')
  return write(ctx, shopId, async (tx) => {
    if ((await countLocked(tx, shopId)) >= MOST) return refused('too_many_stores', { most: MOST })
    const id = ctx.ids.next()
    await tx
      .insertInto('stores')
      .values({
        ...{ shop_id: shopId, id, name, kind, address, secret },
        ...{ inbox: ctx.ids.secret(), created_at: ctx.clock.now() }
      })
      .execute()
    return done({ id })
  })
}

/** How many there are. The shop's row is locked, so that two who come at once do not both count the same. */
async function countLocked(tx: Tx, shopId: number): Promise<number> {
  await tx.selectFrom('shops').select('shop_id').where('shop_id', '=', shopId).forNoKeyUpdate().execute()
  const { n } = await tx
    .selectFrom('stores')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('shop_id', '=', shopId)
    .executeTakeFirstOrThrow()
  return n
}
