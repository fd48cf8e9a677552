import type { Context } from '#context'
import { linkTo, type Visit } from '#domain/auth/index.ts'
import { write } from '#domain/ledger/index.ts'
import { sendLetter } from '#domain/notifications/index.ts'
import { done } from '#platform/outcome.ts'
import { accountLetter, type LetterKind } from './letters.ts'

/** Sends one of the letters about an account, with a link to a page of this shop that leads on to where they were going. */
export async function postLetter(
  ctx: Context,
  visit: Visit,
  { kind, to, path }: { kind: LetterKind; to: string; path: string }
): Promise<void> {
  const onward = visit.next ? `${path.includes('?') ? '&' : '?'}next=${encodeURIComponent(visit.next)}` : ''
  const text = accountLetter(kind, visit.locale, visit.shop.name, await linkTo(ctx, visit, path + onward))
  const letter = { ...text, shopId: visit.shop.id, kind: `account_${kind}`, to }
  await write(ctx, visit.shop.id, async (tx) => done(await sendLetter(ctx, tx, letter)))
}
