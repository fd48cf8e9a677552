import type { Context } from '#context'
import { later } from '#domain/ledger/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { LetterText } from './compose-letter.ts'

export type Letter = LetterText & {
  shopId: number
  /** What it is about, like sign_in_link: for lists and filters. */
  kind: string
  to: string
}

/** Writes a letter beside the state it speaks of; it leaves only if that transaction commits. Answers its id. */
export async function sendLetter(
  ctx: Pick<Context, 'clock' | 'ids'>,
  tx: Tx,
  letter: Letter
): Promise<string> {
  const id = ctx.ids.next()
  await tx
    .insertInto('mails')
    .values({
      shop_id: letter.shopId,
      id,
      kind: letter.kind,
      to_address: letter.to,
      subject: letter.subject,
      text_body: letter.text,
      html_body: letter.html,
      created_at: ctx.clock.now()
    })
    .execute()
  await later(ctx, tx, letter.shopId, 'mail.send', { mailId: id })
  return id
}

/** Whether a letter will reach its reader: a mail server is set, or the demo's own mailbox page shows it. */
export const canMail = (ctx: Pick<Context, 'mail'>, shop: { isDemo: boolean }): boolean =>
  ctx.mail.delivers || shop.isDemo
