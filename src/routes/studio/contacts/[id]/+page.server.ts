import { error, redirect } from '@sveltejs/kit'
import { can } from '#domain/accounts/index.ts'
import { consentLog, consentsOf } from '#domain/consents/index.ts'
import { findContact } from '#domain/contacts/index.ts'
import { listPastOrders } from '#domain/past-orders/index.ts'
import { eraseContact, whatStays } from '#domain/privacy/index.ts'
import { isUuid } from '#platform/ids.ts'
import { fieldsOf, refuse } from '../../../refuse.ts'
import { hereAs } from '../../../visit.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop, actor }, params }) => {
  const contact = isUuid(params.id) ? await findContact(ctx, shop.id, params.id) : undefined
  if (!contact) error(404, 'No such contact.')
  const who = { contactId: contact.id }
  const [{ orders }, now, log, stays] = await Promise.all([
    listPastOrders(ctx, shop.id, contact.id),
    consentsOf(ctx, shop.id, who),
    consentLog(ctx, shop.id, who),
    whatStays(ctx, shop.id, { address: contact.email })
  ])
  const may = { erase: can(actor, 'people.erase'), export: can(actor, 'people.export') }
  return { contact, orders, now, log, stays, may }
}

export const actions: Actions = {
  erase: async (event) => {
    const { sure } = await fieldsOf(event)
    if (sure !== 'on') return refuse(event, { refusal: 'not_sure' })
    const outcome = await eraseContact(event.locals.ctx, event.locals.actor, event.params.id!)
    return outcome.ok ? redirect(303, hereAs(event, '/studio/contacts')) : refuse(event, outcome)
  }
}
