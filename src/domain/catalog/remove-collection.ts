import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** A removed collection with the products that were in it, in their order: what brings it back. */
export type RemovedCollection = {
  handle: string
  title: string
  description: string
  position: number
  productIds: string[]
}

/** Takes a collection away; its products stay. Answers what it was: `saveCollection` makes it again. */
export async function removeCollection(
  ctx: Context,
  actor: Actor,
  id: string
): Promise<Outcome<RemovedCollection, 'collection_not_found'>> {
  if (!isUuid(id)) return refused('collection_not_found')
  const { shopId } = actor
  return write(ctx, shopId, async (tx) => {
    const { rows } = await sql<RemovedCollection>`
      select c.handle, c.title, c.description, c.position,
        array(select product_id from collection_products cp
          where cp.shop_id = c.shop_id and cp.collection_id = c.id order by cp.position, product_id) as "productIds"
      from collections c where c.shop_id = ${shopId} and c.id = ${id}
      for update`.execute(tx)
    if (!rows[0]) return refused('collection_not_found')
    await tx.deleteFrom('collections').where('shop_id', '=', shopId).where('id', '=', id).execute()
    return done(rows[0])
  })
}
