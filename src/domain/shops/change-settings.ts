import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/actor.ts'
import { write } from '#domain/ledger/index.ts'
import { done, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { forgetShops } from './resolve-shop.ts'
import { BrandInput, SettingsInput } from './schema.ts'

/** Changes how a shop presents itself. Its country and currency stay: prices and books hang on them. */
export async function changeSettings(
  ctx: Context,
  actor: Actor,
  input: unknown
): Promise<Outcome<null, 'invalid'>> {
  const read = parse(SettingsInput, input)
  if (!read.ok) return read
  const { contactEmail: contact_email, keepTrainersOut, ...rest } = read.value
  const settings = sql<string>`settings || ${JSON.stringify({ keepTrainersOut })}::jsonb`
  return save(ctx, actor.shopId, { ...rest, contact_email, settings })
}

/** Changes the shop's two colours; null goes back to the market's own. Contrast is fitted when they are shown. */
export async function changeBrand(
  ctx: Context,
  actor: Actor,
  input: unknown
): Promise<Outcome<null, 'invalid'>> {
  const read = parse(BrandInput, input)
  if (!read.ok) return read
  const chosen = Object.entries(read.value).filter(([, colour]) => colour !== null)
  return save(ctx, actor.shopId, { brand: JSON.stringify(Object.fromEntries(chosen)) })
}

type Change = {
  name?: string
  about?: string
  contact_email?: string | null
  locale?: string
  brand?: string
  settings?: RawBuilder<string>
}

async function save(ctx: Context, shopId: number, change: Change): Promise<Outcome<null, 'invalid'>> {
  const outcome = await write(ctx, shopId, async (tx) => {
    await tx.updateTable('shops').set(change).where('shop_id', '=', shopId).execute()
    return done(null)
  })
  forgetShops(ctx)
  return outcome
}
