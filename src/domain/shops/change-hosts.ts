import type { Context } from '#context'
import type { Actor } from '#domain/accounts/actor.ts'
import { write } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { forgetShops } from './resolve-shop.ts'
import { Host } from './schema.ts'

type Refusals = 'invalid' | 'host_taken' | 'host_not_found' | 'last_host'

/** Makes a shop answer on one more host name. A name leads to one shop of the installation; the first is the main one. */
export async function addHost(
  ctx: Context,
  actor: Actor,
  input: unknown
): Promise<Outcome<string, Refusals>> {
  const host = parse(Host, input)
  if (!host.ok) return refused('invalid', { field: 'host' })
  return remembered(ctx, actor.shopId, async (tx) => {
    const isFirst = (await hostsOf(tx, actor.shopId)).length === 0
    const row = { host: host.value, shop_id: actor.shopId, is_primary: isFirst }
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('shop_hosts')
      .values(row)
      .onConflict((conflict) => conflict.column('host').doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows ? done(host.value) : refused('host_taken')
  })
}

/** Gives a host name up. The main one can go only when it is the last; another is made the main one first. */
export async function removeHost(
  ctx: Context,
  actor: Actor,
  input: unknown
): Promise<Outcome<string, Refusals>> {
  const host = String(input)
  return remembered(ctx, actor.shopId, async (tx) => {
    const hosts = await hostsOf(tx, actor.shopId)
    const known = hosts.find((row) => row.host === host)
    if (!known) return refused('host_not_found')
    if (known.is_primary && hosts.length > 1) return refused('last_host')
    await tx.deleteFrom('shop_hosts').where('shop_id', '=', actor.shopId).where('host', '=', host).execute()
    return done(host)
  })
}

/** Makes one of the shop's host names the one that links and letters use. */
export async function setMainHost(
  ctx: Context,
  actor: Actor,
  input: unknown
): Promise<Outcome<string, Refusals>> {
  const host = String(input)
  return remembered(ctx, actor.shopId, async (tx) => {
    const hosts = await hostsOf(tx, actor.shopId)
    if (!hosts.some((row) => row.host === host)) return refused('host_not_found')
    const mine = tx.updateTable('shop_hosts').where('shop_id', '=', actor.shopId)
    await mine.set({ is_primary: false }).where('is_primary', '=', true).execute()
    await mine.set({ is_primary: true }).where('host', '=', host).execute()
    return done(host)
  })
}

/** The shop's host names, locked, so that two changes at once cannot both be the first. */
async function hostsOf(tx: Tx, shopId: number) {
  await tx.selectFrom('shops').select('shop_id').where('shop_id', '=', shopId).forUpdate().execute()
  return tx.selectFrom('shop_hosts').select(['host', 'is_primary']).where('shop_id', '=', shopId).execute()
}

async function remembered(
  ctx: Context,
  shopId: number,
  work: (tx: Tx) => Promise<Outcome<string, Refusals>>
): Promise<Outcome<string, Refusals>> {
  const outcome = await write(ctx, shopId, work)
  if (outcome.ok) forgetShops(ctx)
  return outcome
}
