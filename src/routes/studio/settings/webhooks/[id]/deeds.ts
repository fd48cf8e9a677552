import type { RequestEvent } from '@sveltejs/kit'
import {
  changeWebhook,
  deleteWebhook,
  enableWebhook,
  findSecret,
  replayDelivery,
  replayFailed,
  rotateSecret,
  sendTest,
  setWebhookPaused
} from '#domain/webhooks/index.ts'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import type { Outcome } from '#platform/outcome.ts'
import { fieldsOf, refuse } from '../../../../refuse.ts'
import { typedOf, webhookInputOf } from '../read-form.ts'

type Event = RequestEvent<{ id: string }>
type Deed = (
  ctx: Context,
  actor: Actor,
  id: string,
  fields: Record<string, string>
) => Promise<Outcome<unknown>>

/** An action that does one thing to the webhook at hand; `said` is what is told afterwards. */
const deed = (said: string, run: Deed) => async (event: Event) => {
  const { ctx, actor } = event.locals
  const outcome = await run(ctx, actor, event.params.id, await fieldsOf(event))
  return outcome.ok ? { said } : refuse(event, outcome)
}

export const pause = deed('saved', (ctx, actor, id) => setWebhookPaused(ctx, actor, { id, paused: true }))
export const resume = deed('saved', (ctx, actor, id) => setWebhookPaused(ctx, actor, { id, paused: false }))
export const enable = deed('saved', enableWebhook)
export const test = deed('tested', sendTest)
export const replayAll = deed('replayed', replayFailed)
export const replay = deed('replayed', (ctx, actor, webhookId, { delivery = '' }) =>
  replayDelivery(ctx, actor, { webhookId, deliveryId: delivery })
)

export const change = async (event: Event) => {
  const input = webhookInputOf(await event.request.formData())
  const outcome = await changeWebhook(event.locals.ctx, event.locals.actor, event.params.id, input)
  return outcome.ok ? { said: 'saved' } : refuse(event, outcome, typedOf(input, 'webhook'))
}

export const secret = async ({ locals: { ctx, shop }, params }: Event) => ({
  secret: await findSecret(ctx, shop.id, params.id)
})

export const rotate = async (event: Event) => {
  const outcome = await rotateSecret(event.locals.ctx, event.locals.actor, event.params.id)
  return outcome.ok ? { secret: outcome.value.secret } : refuse(event, outcome)
}

/** Answers only a refusal: afterwards there is no page to come back to. */
export const remove = async (event: Event) => {
  const outcome = await deleteWebhook(event.locals.ctx, event.locals.actor, event.params.id)
  return outcome.ok ? undefined : refuse(event, outcome)
}
