import { redirect } from '@sveltejs/kit'
import { findLink, useLink } from '#domain/signing-in/index.ts'
import { fieldsOf, refuse } from '../../../refuse.ts'
import { nextPath, setSession, visitOf } from '../../../visit.ts'
import type { Actions, PageServerLoad } from './$types'

/** Only shows what the link would do: mail scanners open every link, and must not use this one up. */
export const load: PageServerLoad = async (event) => {
  const token = event.url.searchParams.get('token') ?? ''
  event.setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })
  return { token, link: (await findLink(event.locals.ctx, visitOf(event), token)) ?? null }
}

export const actions: Actions = {
  default: async (event) => {
    const typed = await fieldsOf(event)
    const outcome = await useLink(event.locals.ctx, visitOf(event), typed)
    if (!outcome.ok) return refuse(event, outcome, typed)
    setSession(event, outcome.value.cookie)
    redirect(303, nextPath(event, '/'))
  }
}
