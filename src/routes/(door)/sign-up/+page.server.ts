import { redirect } from '@sveltejs/kit'
import { can } from '#domain/accounts/index.ts'
import { signUp } from '#domain/signing-in/index.ts'
import { fieldsOf, refuse } from '../../refuse.ts'
import { nextPath, setSession, visitOf } from '../../visit.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => {
  if (can(event.locals.actor, 'own.account')) redirect(303, nextPath(event, '/'))
}

export const actions: Actions = {
  default: async (event) => {
    const typed = await fieldsOf(event)
    const outcome = await signUp(event.locals.ctx, visitOf(event), typed)
    if (!outcome.ok) return refuse(event, outcome, typed)
    if (outcome.value.state === 'letter_sent') return { sentTo: outcome.value.email }
    setSession(event, outcome.value.cookie)
    redirect(303, nextPath(event, '/'))
  }
}
