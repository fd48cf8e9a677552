import { forgotPassword } from '#domain/signing-in/index.ts'
import { fieldsOf, refuse } from '../../refuse.ts'
import { visitOf } from '../../visit.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  default: async (event) => {
    const typed = await fieldsOf(event)
    const outcome = await forgotPassword(event.locals.ctx, visitOf(event), typed)
    return outcome.ok ? { sentTo: outcome.value.email } : refuse(event, outcome, typed)
  }
}
