import { fail } from '@sveltejs/kit'
import { can } from '#domain/accounts/index.ts'
import {
  countProducts,
  listStudioProducts,
  setProductStates,
  type StateChange
} from '#domain/catalog/index.ts'
import { STATES } from './state-chip.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop, actor }, url }) => {
  const q = url.searchParams.get('q')?.trim().slice(0, 200) ?? ''
  const state = STATES.find((one) => one === url.searchParams.get('state')) ?? null
  const [list, counts] = await Promise.all([
    listStudioProducts(ctx, shop.id, { state, q, cursor: url.searchParams.get('after') }),
    countProducts(ctx, shop.id)
  ])
  return { ...list, counts, q, state, mayWrite: can(actor, 'products.write') }
}

export const actions: Actions = {
  state: async ({ locals: { ctx, actor }, request }) => {
    const data = await request.formData()
    const outcome = await setProductStates(ctx, actor, changesIn(data))
    return outcome.ok ? { before: outcome.value.before } : fail(422, outcome)
  }
}

/** Chosen rows with one state for all, or an undo that names each product's own. */
function changesIn(data: FormData): StateChange[] {
  const state = data.get('state')
  return [
    ...data.getAll('id').map((id) => ({ id, state })),
    ...data.getAll('before').map((pair) => {
      const [id, state] = String(pair).split(' ')
      return { id, state }
    })
  ] as StateChange[]
}
