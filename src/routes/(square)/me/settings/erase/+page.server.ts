import { redirect } from '@sveltejs/kit'
import { spentCookie } from '#domain/auth/index.ts'
import { myAccount } from '#domain/members/index.ts'
import { eraseMyself, whatStays } from '#domain/privacy/index.ts'
import { dropCart } from '../../../cart/kept-cart.ts'
import { fieldsOf, refuse } from '../../../../refuse.ts'
import { hereAs, setSession, visitOf } from '../../../../visit.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop, actor } }) => {
  const [account, stays] = await Promise.all([
    myAccount(ctx, actor),
    whatStays(ctx, shop.id, { memberId: actor.memberId! })
  ])
  return { hasPassword: account!.hasPassword, email: account!.email, stays }
}

export const actions: Actions = {
  erase: async (event) => {
    const { ctx, actor } = event.locals
    const { password, sure } = await fieldsOf(event)
    const visit = visitOf(event)
    const input = { sure: sure === 'on', password }
    const outcome = await eraseMyself(ctx, actor, { visit, headers: event.request.headers }, input)
    if (!outcome.ok) return refuse(event, outcome)
    dropCart(event)
    setSession(event, spentCookie(visit.secure))
    redirect(303, hereAs(event, '/erased'))
  }
}
