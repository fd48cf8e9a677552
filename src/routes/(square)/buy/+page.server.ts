import { redirect } from '@sveltejs/kit'
import { fieldsOf } from '../../refuse.ts'
import { hereAs } from '../../visit.ts'
import { basketOf, goneAddress, putInCart } from '../cart/put-in-cart.ts'
import type { Actions, PageServerLoad } from './$types'

/** Nothing is to be seen here: who opens the address is shown their basket. */
export const load: PageServerLoad = (event) => redirect(303, hereAs(event, '/cart'))

/**
 * One press of Buy, on a post or a product: the thing is in the cart and held, and the next page is the checkout; of what a
 * store elsewhere sells, the basket, which leads on there. */
export const actions: Actions = {
  default: async (event) => {
    const fields = await fieldsOf(event)
    const added = await putInCart(event, fields, true)
    const next =
      added.ok && (added.value.elsewhere ? basketOf(added.value) : `/checkout/${added.value.token}`)
    redirect(303, hereAs(event, next || goneAddress(fields)))
  }
}
