import type { Context } from '#context'
import { checkFeed } from '#domain/feeds/index.ts'
import { fetchPicture, runImport } from '#domain/imports/index.ts'
import type { Topic } from '#domain/ledger/index.ts'
import { deliverMail } from '#domain/notifications/index.ts'
import { writeLetter } from '#domain/orders/index.ts'
import { forgetPicture, renderPicture } from '#domain/pictures/index.ts'
import { runErasure, runErasureAgain } from '#domain/privacy/index.ts'
import { sendWebhooks } from '#domain/webhooks/index.ts'
import type { Parcel } from './relay.ts'

/** How a topic of the outbox is worked on: how long it may take, how often it is tried again, how many at once. */
export type Job<T extends Topic = Topic> = {
  seconds: number
  retries: number
  atOnce: number
  run(ctx: Context, parcel: Parcel<T>): Promise<unknown>
}

export const jobs: Partial<{ [T in Topic]: Job<T> }> = {
  'feed.check': {
    seconds: 600,
    retries: 3,
    atOnce: 1,
    run: (ctx, { shopId, feedId }) => checkFeed(ctx, shopId, feedId)
  },
  'import.run': {
    seconds: 6 * 3_600,
    retries: 3,
    atOnce: 1,
    run: (ctx, { shopId, importId }) => runImport(ctx, shopId, importId)
  },
  'mail.send': {
    seconds: 90,
    retries: 8,
    atOnce: 4,
    run: (ctx, { shopId, mailId }) => deliverMail(ctx, shopId, mailId)
  },
  'order.letter': {
    seconds: 60,
    retries: 8,
    atOnce: 4,
    run: (ctx, { shopId, ...letter }) => writeLetter(ctx, shopId, letter)
  },
  'person.erase': {
    seconds: 3_600,
    retries: 20,
    atOnce: 1,
    run: (ctx, { shopId, erasureId, again }) =>
      again ? runErasureAgain(ctx, shopId, erasureId) : runErasure(ctx, shopId, erasureId)
  },
  'picture.forget': {
    seconds: 120,
    retries: 20,
    atOnce: 2,
    run: (ctx, { shopId, pictureId }) => forgetPicture(ctx, shopId, pictureId)
  },
  'picture.render': {
    seconds: 300,
    retries: 5,
    atOnce: 1,
    run: (ctx, { shopId, pictureId }) => renderPicture(ctx, shopId, pictureId)
  },
  'product.picture': {
    seconds: 120,
    retries: 5,
    atOnce: 2,
    run: (ctx, { shopId, remoteId }) => fetchPicture(ctx, shopId, remoteId)
  },
  'webhook.send': {
    seconds: 120,
    retries: 5,
    atOnce: 8,
    run: (ctx, { shopId, webhookId }) => sendWebhooks(ctx, shopId, webhookId)
  }
}
