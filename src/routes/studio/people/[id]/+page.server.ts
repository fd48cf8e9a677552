import { error, redirect } from '@sveltejs/kit'
import { can } from '#domain/accounts/index.ts'
import { consentLog, consentsOf } from '#domain/consents/index.ts'
import { eraseOther, findHeldMember, whatStays } from '#domain/privacy/index.ts'
import { isUuid } from '#platform/ids.ts'
import { fieldsOf, refuse } from '../../../refuse.ts'
import { hereAs } from '../../../visit.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop, actor }, params }) => {
  const member = isUuid(params.id) ? await findHeldMember(ctx, shop.id, params.id) : undefined
  if (!member) error(404, 'No such member.')
  const who = { memberId: member.id }
  const [now, log, stays] = await Promise.all([
    consentsOf(ctx, shop.id, who),
    consentLog(ctx, shop.id, who),
    whatStays(ctx, shop.id, who)
  ])
  const may = { erase: can(actor, 'people.erase'), export: can(actor, 'people.export') }
  return { member, now, log, stays, may }
}

export const actions: Actions = {
  erase: async (event) => {
    const { sure } = await fieldsOf(event)
    if (sure !== 'on') return refuse(event, { refusal: 'not_sure' })
    const outcome = await eraseOther(event.locals.ctx, event.locals.actor, event.params.id!)
    return outcome.ok ? redirect(303, hereAs(event, '/studio/people?erased')) : refuse(event, outcome)
  }
}
