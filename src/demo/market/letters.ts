import type { Context } from '#context'
import type { Topics } from '#domain/ledger/index.ts'
import { deliverMail } from '#domain/notifications/index.ts'
import { writeLetter } from '#domain/orders/index.ts'
import { tell } from '../story/moments.ts'
import { after } from '../story/calendar.ts'
import type { Market } from './market.ts'

const TOPICS = ['order.letter', 'mail.send'] as const
const KEPT_DAYS = 3

/**
 * Letters of the last days are written and kept at the time they speak of, as the worker would have done then; those
 * of earlier days have been read and thrown away.
 */
export async function postLetters({ ctx, shop, calendar }: Market): Promise<void> {
  const since = after(calendar.now, -KEPT_DAYS * 24 * 60)
  for (;;) {
    const rows = await ctx.db
      .deleteFrom('outbox')
      .where('shop_id', '=', shop.id)
      .where('topic', 'in', TOPICS)
      .returning(['id', 'topic', 'payload', 'created_at'])
      .execute()
    if (rows.length === 0) return
    const recent = rows.filter(({ created_at }) => created_at > since)
    await tell(
      ctx,
      recent.map(({ topic, payload, created_at }) => ({
        at: created_at,
        tell: (then) => post(then, shop.id, topic, payload)
      }))
    )
  }
}

const post = (ctx: Context, shopId: number, topic: string, payload: unknown): Promise<void> =>
  topic === 'order.letter'
    ? writeLetter(ctx, shopId, payload as Topics['order.letter'])
    : deliverMail(ctx, shopId, (payload as Topics['mail.send']).mailId)
