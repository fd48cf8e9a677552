import { redirect } from '@sveltejs/kit'
import { can } from '#domain/accounts/index.ts'
import { sendLink, signIn } from '#domain/signing-in/index.ts'
import { canMail } from '#domain/notifications/index.ts'
import { demoSignInsOf } from '#domain/shops/index.ts'
import { fieldsOf, refuse } from '../../refuse.ts'
import { hereAs, nextPath, setSession, visitOf } from '../../visit.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => {
  const { ctx, shop, actor } = event.locals
  if (can(actor, 'own.account')) redirect(303, nextPath(event, '/'))
  const letters = canMail(ctx, shop)
  const { searchParams } = event.url
  return {
    letters,
    withPassword: !letters || searchParams.get('with') === 'password',
    hasNewPassword: searchParams.has('reset'),
    next: searchParams.get('next'),
    hour: Number(
      new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: shop.timezone }).format(
        ctx.clock.now()
      )
    ),
    demo: demoSignInsOf(shop)
  }
}

/** Where someone without a page here yet makes one; from there they go on as they would have. */
function joinPath({ searchParams }: URL): string {
  const next = searchParams.get('next')
  return next ? `/join?next=${encodeURIComponent(next)}` : '/join'
}

export const actions: Actions = {
  password: async (event) => {
    const typed = await fieldsOf(event)
    const outcome = await signIn(event.locals.ctx, visitOf(event), typed)
    if (!outcome.ok) return refuse(event, outcome, typed)
    setSession(event, outcome.value.cookie)
    if (!outcome.value.memberId) redirect(303, hereAs(event, joinPath(event.url)))
    redirect(303, nextPath(event, '/'))
  },
  link: async (event) => {
    const typed = await fieldsOf(event)
    const outcome = await sendLink(event.locals.ctx, visitOf(event), typed)
    return outcome.ok ? { sentTo: outcome.value.email } : refuse(event, outcome, typed)
  }
}
