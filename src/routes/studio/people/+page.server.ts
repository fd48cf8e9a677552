import { can } from '#domain/accounts/index.ts'
import {
  blockMember,
  changeRole,
  inviteStaff,
  listInvites,
  listMembers,
  withdrawInvite,
  type MemberFilter
} from '#domain/members/index.ts'
import { fieldsOf, refuse } from '../../refuse.ts'
import { visitOf } from '../../visit.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop, actor }, url }) => {
  const words = url.searchParams.get('q')?.trim().slice(0, 80) ?? ''
  const staff = url.searchParams.has('staff')
  const filter: MemberFilter = {
    words,
    after: url.searchParams.get('after'),
    ...(staff && { role: 'staff' })
  }
  const mayChange = can(actor, 'people.roles')
  const [list, invites] = await Promise.all([
    listMembers(ctx, shop.id, filter),
    mayChange ? listInvites(ctx, shop.id) : []
  ])
  const erased = url.searchParams.has('erased')
  return { ...list, erased, invites, words, staff, mayChange, myId: actor.memberId }
}

export const actions: Actions = {
  role: async (event) => {
    const outcome = await changeRole(event.locals.ctx, event.locals.actor, await fieldsOf(event))
    return outcome.ok ? { changed: outcome.value.memberId } : refuse(event, outcome)
  },
  block: async (event) => {
    const { memberId, blocked } = await fieldsOf(event)
    const input = { memberId, blocked: blocked === 'true' }
    const outcome = await blockMember(event.locals.ctx, event.locals.actor, input)
    return outcome.ok ? { changed: outcome.value.memberId } : refuse(event, outcome)
  },
  invite: async (event) => {
    const typed = await fieldsOf(event)
    const outcome = await inviteStaff(event.locals.ctx, event.locals.actor, visitOf(event), typed)
    return outcome.ok ? { invited: outcome.value } : refuse(event, outcome, typed)
  },
  withdraw: async (event) => {
    const { inviteId } = await fieldsOf(event)
    const outcome = await withdrawInvite(event.locals.ctx, event.locals.actor, inviteId)
    return outcome.ok ? {} : refuse(event, outcome)
  }
}
