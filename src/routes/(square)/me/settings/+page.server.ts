import { memberCard, myAccount, updateProfile } from '#domain/members/index.ts'
import { changePassword } from '#domain/signing-in/index.ts'
import { fieldsOf, refuse } from '../../../refuse.ts'
import { setSession, visitOf } from '../../../visit.ts'
import { keepAvatar } from './keep-avatar.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop, actor } }) => ({
  account: (await myAccount(ctx, actor))!,
  card: (await memberCard(ctx, shop.id, actor.memberId ?? ''))!
})

export const actions: Actions = {
  profile: async (event) => {
    const typed = await fieldsOf(event)
    const profile = { ...typed, locale: typed.locale || null }
    const outcome = await updateProfile(event.locals.ctx, event.locals.actor, profile)
    return outcome.ok ? { saved: 'profile' } : refuse(event, outcome, { ...typed, form: 'profile' })
  },
  avatar: keepAvatar,
  password: async (event) => {
    const { current, ...typed } = await fieldsOf(event)
    const input = { ...typed, ...(current && { current }) }
    const outcome = await changePassword(event.locals.ctx, visitOf(event), event.request.headers, input)
    if (!outcome.ok) return refuse(event, outcome, { form: 'password' })
    setSession(event, outcome.value)
    return { saved: 'password' }
  }
}
