import type { Context } from '#context'
import type { StoreKind } from '#domain/stores/index.ts'
import type { StoreKeys } from './secrets.ts'

export type Inbox = StoreKeys & { id: string; kind: StoreKind }

/** The store whose messages come in at this end of an address, with what they are checked with. */
export const findInbox = (
  { db }: Pick<Context, 'db'>,
  shopId: number,
  inbox: string
): Promise<Inbox | undefined> =>
  db
    .selectFrom('stores')
    .select(['id', 'kind', 'secret', 'old_secret as oldSecret', 'old_secret_until as oldSecretUntil'])
    .where('shop_id', '=', shopId)
    .where('inbox', '=', inbox)
    .executeTakeFirst() as Promise<Inbox | undefined>
