import { redirect } from '@sveltejs/kit'
import { can } from '#domain/accounts/index.ts'
import { findSession, findUser } from '#domain/auth/index.ts'
import { joinShop } from '#domain/members/index.ts'
import { fieldsOf, refuse } from '../../refuse.ts'
import { hereAs, nextPath, visitOf } from '../../visit.ts'
import type { RequestEvent } from '@sveltejs/kit'
import type { Actions, PageServerLoad } from './$types'

/** The person behind this session, who has an account but no page here yet. */
async function whoIs(event: RequestEvent) {
  const { ctx, shop } = event.locals
  const session = await findSession(ctx, shop.id, event.request.headers)
  const user = session && (await findUser(ctx, session))
  return user ?? redirect(303, hereAs(event, '/sign-in'))
}

export const load: PageServerLoad = async (event) => {
  if (can(event.locals.actor, 'own.account')) redirect(303, nextPath(event, '/'))
  const { name, email } = await whoIs(event)
  return { name, email }
}

export const actions: Actions = {
  default: async (event) => {
    const typed = await fieldsOf(event)
    const user = await whoIs(event)
    const outcome = await joinShop(event.locals.ctx, visitOf(event), user, { name: typed.name })
    if (!outcome.ok) return refuse(event, outcome, typed)
    redirect(303, nextPath(event, '/'))
  }
}
