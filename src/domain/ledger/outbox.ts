import type { Clock } from '#platform/clock.ts'
import { withNext, type Tx } from '#platform/database/index.ts'

/** Every job that a command may ask for, with what its handler is given. Ids only: the handler reads the state itself. */
export type Topics = {
  'mail.send': { mailId: string }
  'picture.render': { pictureId: string }
  'person.erase': { erasureId: string; again?: true }
  'picture.forget': { pictureId: string }
  'import.run': { importId: string }
  'product.picture': { remoteId: string }
  'webhook.send': { webhookId: string }
  'feed.check': { feedId: string }
  'order.letter': { orderId: string; letter: string }
}

export type Topic = keyof Topics

/** Writes a job beside the state it belongs to; the relay hands it to the queue after the commit. */
export async function later<T extends Topic>(
  { clock }: { clock: Clock },
  tx: Tx,
  shopId: number,
  topic: T,
  payload: Topics[T],
  runAt?: Date
): Promise<void> {
  const now = clock.now()
  await tx
    .insertInto('outbox')
    .values({
      shop_id: shopId,
      topic,
      payload: JSON.stringify(payload),
      run_at: runAt ?? now,
      created_at: now
    })
    .modifyEnd(withNext)
    .execute()
}
