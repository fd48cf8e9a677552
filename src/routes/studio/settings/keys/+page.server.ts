import { can, SCOPES } from '#domain/accounts/index.ts'
import { KEY_DAYS, listKeys, makeKey, revokeKey } from '#domain/keys/index.ts'
import { fieldsOf, refuse } from '../../../refuse.ts'
import { keyInputOf } from './read-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop, actor }, url }) => ({
  keys: await listKeys(ctx, shop.id),
  scopes: SCOPES.filter((scope) => can(actor, scope)),
  days: KEY_DAYS,
  origin: url.origin
})

export const actions: Actions = {
  make: async (event) => {
    const input = keyInputOf(await event.request.formData())
    const outcome = await makeKey(event.locals.ctx, event.locals.actor, input)
    if (outcome.ok) return { made: { token: outcome.value.token, name: input.name.trim() } }
    const typed = { name: input.name, days: String(input.days ?? ''), scopes: input.scopes.join(' ') }
    return refuse(event, outcome, { ...typed, form: 'make' })
  },
  revoke: async (event) => {
    const { id } = await fieldsOf(event)
    const outcome = await revokeKey(event.locals.ctx, event.locals.actor, id)
    return outcome.ok ? { revoked: true } : refuse(event, outcome)
  }
}
