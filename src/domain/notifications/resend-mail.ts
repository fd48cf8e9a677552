import type { Context } from '#context'
import { later, write } from '#domain/ledger/index.ts'
import { isUuid } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

/** Tries a failed letter again from the start; one that is under way or gone is left alone. */
export async function resendMail(
  ctx: Context,
  actor: { shopId: number },
  mailId: unknown
): Promise<Outcome<null, 'mail_not_failed'>> {
  if (!isUuid(mailId)) return refused('mail_not_failed')
  return write(ctx, actor.shopId, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('mails')
      .set({ state: 'queued', attempts: 0, problem: null })
      .where('shop_id', '=', actor.shopId)
      .where('id', '=', mailId)
      .where('state', '=', 'failed')
      .executeTakeFirst()
    if (!numUpdatedRows) return refused('mail_not_failed')
    await later(ctx, tx, actor.shopId, 'mail.send', { mailId })
    return done(null)
  })
}
