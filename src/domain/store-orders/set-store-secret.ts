import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { replaceSecret, STANDARD } from '#domain/stores/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { secretInput, type SecretInput } from './schema.ts'

type Set = { secret: string; oldValidUntil: Date | null }

/** A new secret for a store's webhooks. The one before is believed beside it for a day. */
export async function setStoreSecret(
  ctx: Context,
  { shopId }: Actor,
  { storeId, ...input }: SecretInput & { storeId: string }
): Promise<Outcome<Set, 'invalid' | 'store_not_found'>> {
  const parsed = parse(secretInput, input)
  if (!parsed.ok) return parsed
  if (!isUuid(storeId)) return refused('store_not_found')
  return write(ctx, shopId, async (tx) => {
    const store = await tx
      .selectFrom('stores')
      .select(['kind', 'secret'])
      .where('shop_id', '=', shopId)
      .where('id', '=', storeId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!store) return refused('store_not_found')
    const secret = parsed.value.secret ?? madeFor(ctx, store.kind)
    const written = replaceSecret(store.secret, secret, ctx.clock.now())
    await tx
      .updateTable('stores')
      .set(written)
      .where('shop_id', '=', shopId)
      .where('id', '=', storeId)
      .execute()
    return done({ secret, oldValidUntil: written.old_secret_until ?? null })
  })
}

/** Standard Webhooks spells its secrets; WooCommerce takes any words, best without signs that HTML knows. */
const madeFor = (ctx: Context, kind: string): string =>
  kind === 'woocommerce' || kind === 'shopify' ? ctx.ids.code(40) : standardSecret(ctx)

const standardSecret = ({ ids }: Context): string =>
  STANDARD + Buffer.from(ids.secret(24), 'base64url').toString('base64')
