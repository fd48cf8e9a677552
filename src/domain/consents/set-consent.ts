import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { getShop, type Locale } from '#domain/shops/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { ConsentInput } from './schema.ts'
import { consentWords } from './words.ts'

type Where = { place: 'settings' | 'api'; locale: Locale }

/** A member's own yes or no to one purpose: one more line of the log, with the words they were asked by. */
export async function setConsent(
  ctx: Context,
  { shopId, memberId }: Actor,
  input: unknown,
  { place, locale }: Where
): Promise<Outcome<{ granted: boolean }, 'invalid' | 'not_a_member'>> {
  const read = parse(ConsentInput, input)
  if (!read.ok) return read
  if (!memberId) return refused('not_a_member')
  const { purpose, granted } = read.value
  const { words, hash } = consentWords(purpose, (await getShop(ctx, shopId)).name, locale)
  return write(ctx, shopId, async (tx) => {
    const now = ctx.clock.now()
    await tx
      .insertInto('consent_texts')
      .values({ shop_id: shopId, hash, purpose, locale, words, first_shown_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const said = { purpose, granted, text_hash: hash, place, given_at: now, recorded_at: now }
    await tx
      .insertInto('consents')
      .values({ shop_id: shopId, id: ctx.ids.next(), member_id: memberId, ...said })
      .execute()
    return done({ granted })
  })
}
