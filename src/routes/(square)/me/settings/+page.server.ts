import { consentsOf, consentWords, setConsent } from '#domain/consents/index.ts'
import { memberCard, myAccount, updateProfile } from '#domain/members/index.ts'
import { changePassword } from '#domain/signing-in/index.ts'
import { fieldsOf, refuse } from '../../../refuse.ts'
import { setSession, visitOf } from '../../../visit.ts'
import { keepAvatar } from './keep-avatar.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop, actor, locale } }) => {
  const consents = await consentsOf(ctx, shop.id, { memberId: actor.memberId! })
  return {
    account: (await myAccount(ctx, actor))!,
    card: (await memberCard(ctx, shop.id, actor.memberId ?? ''))!,
    consents: consents.map((one) => ({ ...one, words: consentWords(one.purpose, shop.name, locale).words }))
  }
}

export const actions: Actions = {
  profile: async (event) => {
    const typed = await fieldsOf(event)
    const profile = { ...typed, locale: typed.locale || null }
    const outcome = await updateProfile(event.locals.ctx, event.locals.actor, profile)
    return outcome.ok ? { saved: 'profile' } : refuse(event, outcome, { ...typed, form: 'profile' })
  },
  avatar: keepAvatar,
  consent: async (event) => {
    const { ctx, actor, locale } = event.locals
    const { purpose, granted } = await fieldsOf(event)
    const said = { purpose, granted: granted === 'on' }
    const outcome = await setConsent(ctx, actor, said, { place: 'settings', locale })
    return outcome.ok ? { saved: `consent ${purpose}` } : refuse(event, outcome, { form: 'consent' })
  },
  password: async (event) => {
    const { current, ...typed } = await fieldsOf(event)
    const input = { ...typed, ...(current && { current }) }
    const outcome = await changePassword(event.locals.ctx, visitOf(event), event.request.headers, input)
    if (!outcome.ok) return refuse(event, outcome, { form: 'password' })
    setSession(event, outcome.value)
    return { saved: 'password' }
  }
}
