import { redirect, type RequestEvent } from '@sveltejs/kit'
import { findSession, findUser } from '#domain/auth/index.ts'
import { acceptInvite, acceptInviteAsNew, findInvite, roleName } from '#domain/members/index.ts'
import { fieldsOf, refuse } from '../../../refuse.ts'
import { hereAs, setSession, visitOf } from '../../../visit.ts'
import type { Actions, PageServerLoad } from './$types'

const sessionOf = ({ locals, request }: RequestEvent) =>
  findSession(locals.ctx, locals.shop.id, request.headers)

export const load: PageServerLoad = async (event) => {
  const { ctx, shop, locale } = event.locals
  event.setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })
  const invite = await findInvite(ctx, shop.id, event.params.token)
  const session = await sessionOf(event)
  const user = session && (await findUser(ctx, session))
  if (!invite) return { invite: null, as: null }
  return { invite: { email: invite.email, role: roleName(invite.role, locale) }, as: user?.email ?? null }
}

export const actions: Actions = {
  accept: async (event) => {
    const session = await sessionOf(event)
    if (!session) return refuse(event, { refusal: 'signed_out' })
    const { ctx } = event.locals
    const outcome = await acceptInvite(ctx, visitOf(event), session, event.params.token ?? '')
    return outcome.ok ? redirect(303, hereAs(event, '/studio')) : refuse(event, outcome)
  },
  create: async (event) => {
    const typed = { ...(await fieldsOf(event)), token: event.params.token ?? '' }
    const outcome = await acceptInviteAsNew(event.locals.ctx, visitOf(event), typed)
    if (!outcome.ok) return refuse(event, outcome, typed)
    setSession(event, outcome.value.cookie)
    redirect(303, hereAs(event, '/studio'))
  }
}
