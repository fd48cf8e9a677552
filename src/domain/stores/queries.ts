import type { Context } from '#context'
import { isUuid } from '#platform/ids.ts'
import type { Store } from './store.ts'

type Db = Pick<Context, 'db'>

const stores = ({ db }: Db, shopId: number) =>
  db
    .selectFrom('stores as s')
    .where('s.shop_id', '=', shopId)
    .select(['s.id', 's.name', 's.kind', 's.address', 's.inbox', 's.last_heard_at as lastHeardAt'])
    .select(['s.version', 's.created_at as createdAt', 's.disabled_at as disabledAt'])
    .select((eb) => eb('s.secret', 'is not', null).as('hasSecret'))
    .select((eb) =>
      eb
        .selectFrom('store_goods as g')
        .select((c) => c.fn.countAll<number>().as('n'))
        .where('g.shop_id', '=', shopId)
        .whereRef('g.store_id', '=', 's.id')
        .as('goods')
    )

/** The shop's stores, oldest first; nobody has more than twenty. */
export const listStores = async (ctx: Db, shopId: number): Promise<Store[]> =>
  (await stores(ctx, shopId).orderBy('s.id').execute()) as Store[]

export const findStore = async (ctx: Db, shopId: number, id: string): Promise<Store | undefined> =>
  isUuid(id)
    ? ((await stores(ctx, shopId).where('s.id', '=', id).executeTakeFirst()) as Store | undefined)
    : undefined

/** What a store signs its webhooks with, for checking them only. */
export async function findStoreSecret({ db }: Db, shopId: number, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('stores')
    .select('secret')
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.secret ?? null
}
