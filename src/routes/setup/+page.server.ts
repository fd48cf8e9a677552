import { redirect } from '@sveltejs/kit'
import { isKeyNeeded, isSetupKey, startSetup } from '#domain/setup/index.ts'
import { fieldsOf, refuse } from '../refuse.ts'
import { addressOfEvent, setSession } from '../visit.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url, request }) => {
  if (locals.shop) redirect(303, '/')
  return { needsKey: isKeyNeeded(locals.ctx, url, request.headers), key: url.searchParams.get('key') ?? '' }
}

export const actions: Actions = {
  default: async (event) => {
    const { ctx } = event.locals
    const typed = await fieldsOf(event)
    const free = !isKeyNeeded(ctx, event.url, event.request.headers)
    const allowed = free || (await isSetupKey(ctx, typed.key ?? null))
    const starter = { allowed, secure: event.locals.isSecure, address: addressOfEvent(event) }
    const outcome = await startSetup(ctx, starter, typed)
    if (!outcome.ok) return refuse(event, outcome, typed)
    setSession(event, outcome.value)
    redirect(303, `${event.url.pathname.replace(/\/$/, '')}/shop`)
  }
}
