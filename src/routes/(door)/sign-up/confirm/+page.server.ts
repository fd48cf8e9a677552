import { redirect } from '@sveltejs/kit'
import { confirmSignUp } from '#domain/signing-in/index.ts'
import { fieldsOf, refuse } from '../../../refuse.ts'
import { nextPath, setSession, visitOf } from '../../../visit.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => {
  event.setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })
  return { token: event.url.searchParams.get('token') ?? '' }
}

export const actions: Actions = {
  default: async (event) => {
    const outcome = await confirmSignUp(event.locals.ctx, visitOf(event), await fieldsOf(event))
    if (!outcome.ok) return refuse(event, outcome)
    setSession(event, outcome.value.cookie)
    redirect(303, nextPath(event, '/'))
  }
}
