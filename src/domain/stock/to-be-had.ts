import { sql, type RawBuilder } from 'kysely'

/** Whether a variant, as v, lives in a store elsewhere that is open; null when it is sold here, where our stock counts. */
export const openElsewhere = (shopId: number) => sql`
  (select st.disabled_at is null from store_goods sg join stores st on st.shop_id = ${shopId} and st.id = sg.store_id
    where sg.shop_id = ${shopId} and sg.variant_id = v.id)`

/**
 * Whether there is any to be had of a variant, as v, with so many pieces free. Of what a store elsewhere sells our
 * stock says nothing: it is to be had while that store is open.
 */
export const toBeHad = (shopId: number, free: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`coalesce(${openElsewhere(shopId)}, not v.tracked or v.continue_selling or ${free})`
