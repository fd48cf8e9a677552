import { createWebhook, listWebhooks } from '#domain/webhooks/index.ts'
import { refuse } from '../../../refuse.ts'
import { typedOf, webhookInputOf } from './read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop } }) => ({
  webhooks: await listWebhooks(ctx, shop.id)
})

export const actions: Actions = {
  create: async (event) => {
    const input = webhookInputOf(await event.request.formData())
    const outcome = await createWebhook(event.locals.ctx, event.locals.actor, input)
    return outcome.ok ? { made: outcome.value } : refuse(event, outcome, typedOf(input, 'webhook'))
  }
}
