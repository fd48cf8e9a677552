import { redirect } from '@sveltejs/kit'
import { signOut } from '#domain/signing-in/index.ts'
import { dropCart } from '../../(square)/cart/kept-cart.ts'
import { hereAs, setSession, visitOf } from '../../visit.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  default: async (event) => {
    dropCart(event)
    setSession(event, await signOut(event.locals.ctx, visitOf(event), event.request.headers))
    redirect(303, hereAs(event, '/'))
  }
}
