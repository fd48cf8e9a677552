import { redirect } from '@sveltejs/kit'
import { resetPassword } from '#domain/signing-in/index.ts'
import { fieldsOf, refuse } from '../../refuse.ts'
import { hereAs, visitOf } from '../../visit.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => {
  event.setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })
  return { token: event.url.searchParams.get('token') ?? '' }
}

export const actions: Actions = {
  default: async (event) => {
    const outcome = await resetPassword(event.locals.ctx, visitOf(event), await fieldsOf(event))
    if (!outcome.ok) return refuse(event, outcome)
    redirect(303, hereAs(event, '/sign-in?with=password&reset'))
  }
}
