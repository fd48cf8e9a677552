import { can } from '#domain/accounts/index.ts'
import { eraseGuest, knownAs, listErasures, whatStays } from '#domain/privacy/index.ts'
import { changeRetention, listRuns, retentionOf } from '#domain/retention/index.ts'
import { fieldsOf, refuse } from '../../../refuse.ts'
import { readKept } from './read-kept.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop, actor }, url }) => {
  const [kept, { runs, next }, { erasures, next: nextErasures }] = await Promise.all([
    retentionOf(ctx, shop.id),
    listRuns(ctx, shop.id, url.searchParams.get('after')),
    listErasures(ctx, shop.id, url.searchParams.get('erased'))
  ])
  const address = url.searchParams.get('address')?.trim().toLowerCase() ?? ''
  const known = address ? ((await knownAs(ctx, shop.id, { address })) ?? 'unknown') : null
  const sought = known && { address, known, stays: await whatStays(ctx, shop.id, { address }) }
  const may = { erase: can(actor, 'people.erase'), export: can(actor, 'people.export') }
  return { kept, runs, next, erasures, nextErasures, may, sought }
}

export const actions: Actions = {
  keep: async (event) => {
    const typed = await fieldsOf(event)
    const outcome = await changeRetention(event.locals.ctx, event.locals.actor, readKept(typed))
    return outcome.ok ? { saved: 'keep' } : refuse(event, outcome, { ...typed, form: 'keep' })
  },
  guest: async (event) => {
    const { address = '', sure } = await fieldsOf(event)
    const kept = { address, form: 'guest' }
    if (sure !== 'on') return refuse(event, { refusal: 'not_sure' }, kept)
    const outcome = await eraseGuest(event.locals.ctx, event.locals.actor, { address })
    return outcome.ok ? { saved: 'guest' } : refuse(event, outcome, kept)
  }
}
