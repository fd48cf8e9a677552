import { redirect, type RequestEvent } from '@sveltejs/kit'
import { findSession } from '#domain/auth/index.ts'
import { openFirstShop } from '#domain/setup/index.ts'
import { pathIn } from '#domain/shops/index.ts'
import { guessCountry } from '#platform/countries.ts'
import { fieldsOf, refuse } from '../../refuse.ts'
import { shopChoices } from '../../shop-choices.ts'
import type { Actions, PageServerLoad } from './$types'

const stepOne = (event: RequestEvent) => event.url.pathname.replace(/\/shop\/?$/, '')

/** Whoever came through the first step; others begin there. */
const sessionOf = async (event: RequestEvent) =>
  (await findSession(event.locals.ctx, 0, event.request.headers)) ?? redirect(303, stepOne(event))

export const load: PageServerLoad = async (event) => {
  if (event.locals.shop) redirect(303, '/')
  await sessionOf(event)
  const guess = guessCountry(event.request.headers.get('accept-language') ?? '')
  return {
    choices: shopChoices(event.locals.locale),
    guess: { ...guess, country: guess.code, locale: event.locals.locale }
  }
}

export const actions: Actions = {
  default: async (event) => {
    const { ctx } = event.locals
    const typed = await fieldsOf(event)
    const host = ctx.config.publicUrl?.hostname ?? event.url.hostname
    const outcome = await openFirstShop(ctx, await sessionOf(event), host, typed)
    if (!outcome.ok) return refuse(event, outcome, typed)
    redirect(303, pathIn(event.locals.locale, { locale: typed.locale ?? 'en' }, '/setup/goods'))
  }
}
