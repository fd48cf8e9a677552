import type { Context } from '#context'
import { getShop } from '#domain/shops/index.ts'

export const ATTEMPTS = 8

/**
 * Sends one letter, or keeps it when there is no mail server. A passing trouble is thrown, so that the queue tries
 * again; a lasting one is written down with its reason. Sending cannot be undone nor surely known, so a try after a
 * crash carries the same Message-ID, by which mail programs show it once.
 */
export async function deliverMail(ctx: Context, shopId: number, mailId: string): Promise<void> {
  const mail = await claim(ctx, shopId, mailId)
  if (!mail) return
  try {
    const state = await ctx.mail.send(await envelope(ctx, shopId, mail))
    await settle(ctx, shopId, mailId, { state, problem: null, sent_at: ctx.clock.now() })
  } catch (error) {
    const lasting = isLasting(error) || mail.attempts >= ATTEMPTS
    await settle(ctx, shopId, mailId, { state: lasting ? 'failed' : 'queued', problem: reason(error) })
    if (!lasting) throw error
  }
}

type Mail = Awaited<ReturnType<typeof claim>> & object

/** Takes a letter that is still waiting, and counts the attempt before it is made. */
function claim({ db }: Context, shopId: number, mailId: string) {
  return db
    .updateTable('mails')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('shop_id', '=', shopId)
    .where('id', '=', mailId)
    .where('state', '=', 'queued')
    .returning(['id', 'to_address', 'subject', 'text_body', 'html_body', 'attempts'])
    .executeTakeFirst()
}

async function envelope(ctx: Context, shopId: number, mail: Mail) {
  const shop = await getShop(ctx, shopId)
  return {
    from: { name: shop.name, address: ctx.mail.from },
    replyTo: shop.contactEmail ?? undefined,
    to: mail.to_address,
    subject: mail.subject,
    text: mail.text_body,
    html: mail.html_body,
    messageId: `<${mail.id}@${ctx.mail.from.split('@').at(-1)}>`
  }
}

type Fate = { state: 'sent' | 'kept' | 'failed' | 'queued'; problem: string | null; sent_at?: Date }

async function settle({ db }: Context, shopId: number, mailId: string, fate: Fate): Promise<void> {
  await db.updateTable('mails').set(fate).where('shop_id', '=', shopId).where('id', '=', mailId).execute()
}

type SmtpError = { code?: string; responseCode?: number; response?: string; message?: string }

/** A 5xx answer is final (RFC 5321, 4.2.1), except to our own sign-in: a wrong password can be put right. */
function isLasting(error: unknown): boolean {
  const { code, responseCode = 0 } = error as SmtpError
  return responseCode >= 500 && code !== 'EAUTH'
}

function reason(error: unknown): string {
  const { response, message } = error as SmtpError
  return (response ?? message ?? 'unknown').slice(0, 300)
}
