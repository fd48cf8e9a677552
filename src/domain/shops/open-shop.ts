import type { Tx } from '#platform/database/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Ids } from '#platform/ids.ts'

export type OpenShopInput = {
  name: string
  currency: string
  country: string
  locale: string
  timezone: string
  hosts: readonly string[]
  contactEmail?: string
  about?: string
  isDemo?: boolean
}

/** Opens a shop: its row, host names, ledger counter, order numbers and first stock location. Returns its id. */
export async function openShop(
  { clock, ids }: { clock: Clock; ids: Ids },
  tx: Tx,
  input: OpenShopInput
): Promise<number> {
  const { shop_id } = await tx
    .insertInto('shops')
    .values({
      name: input.name,
      currency: input.currency,
      country: input.country,
      locale: input.locale,
      timezone: input.timezone,
      contact_email: input.contactEmail ?? null,
      about: input.about ?? '',
      is_demo: input.isDemo ?? false,
      created_at: clock.now()
    })
    .returning('shop_id')
    .executeTakeFirstOrThrow()
  const hosts = input.hosts.map((host, i) => ({ host: host.toLowerCase(), shop_id, is_primary: i === 0 }))
  if (hosts.length) await tx.insertInto('shop_hosts').values(hosts).execute()
  await tx.insertInto('ledger_counters').values({ shop_id }).execute()
  await tx.insertInto('order_numbers').values({ shop_id }).execute()
  const location = { shop_id, id: ids.next(), name: input.name, is_default: true, pickup: true }
  await tx.insertInto('locations').values(location).execute()
  return shop_id
}
