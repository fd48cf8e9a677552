import { can } from '#domain/accounts/index.ts'
import { findBackupState, problemText } from '#domain/backups/index.ts'
import { canMail, countUnsent, listMails, resendMail } from '#domain/notifications/index.ts'
import { canOpenShops, openAnotherShop } from '#domain/setup/index.ts'
import {
  addHost,
  changeBrand,
  changeSettings,
  listHosts,
  removeHost,
  setMainHost
} from '#domain/shops/index.ts'
import type { Context } from '#context'
import type { Outcome } from '#platform/outcome.ts'
import type { RequestEvent } from '@sveltejs/kit'
import type { Actor } from '#domain/accounts/index.ts'
import { fieldsOf, refuse } from '../../refuse.ts'
import { shopChoices } from '../../shop-choices.ts'
import { brandFrom } from './brand-from.ts'
import type { Actions, PageServerLoad } from './$types'

type Fields = Record<string, string>
type Command = (ctx: Context, actor: Actor, fields: Fields) => Promise<Outcome<unknown>>

/** An action that hands its fields to a command; `form` says whose answer it is. */
const command = (form: string, run: Command) => async (event: RequestEvent) => {
  const typed = await fieldsOf(event)
  const outcome = await run(event.locals.ctx, event.locals.actor, typed)
  return outcome.ok ? { saved: form, typed: undefined } : refuse(event, outcome, { ...typed, form })
}

export const load: PageServerLoad = async ({ locals: { ctx, shop, actor, locale } }) => {
  const { about, contactEmail, country, brand } = shop
  const keepTrainersOut = shop.settings.keepTrainersOut === true
  const [hosts, unsent, failed, mayOpen, backups] = await Promise.all([
    listHosts(ctx, shop.id),
    countUnsent(ctx, shop.id),
    listMails(ctx, shop.id, { state: 'failed' }),
    canOpenShops(ctx, actor),
    findBackupState(ctx, shop.id)
  ])
  const letters = failed.map(({ id, to, subject, problem }) => ({ id, to, subject, problem }))
  return {
    settings: { about, contactEmail, country, brand, keepTrainersOut },
    hosts,
    mail: { reaches: canMail(ctx, shop), waiting: unsent.queued, failed: letters.slice(0, 20) },
    choices: shopChoices(locale),
    backups: backups && {
      ...backups,
      why: backups.failed && problemText(backups.failed.problem, locale)
    },
    mayExport: can(actor, 'shop.export'),
    mayMakeKeys: can(actor, 'shop.keys'),
    maySetPrivacy: can(actor, 'shop.privacy'),
    maySeeWebhooks: can(actor, 'shop.webhooks'),
    mayOpen: mayOpen && can(actor, 'shop.settings')
  }
}

export const actions: Actions = {
  shop: command('shop', changeSettings),
  brand: command('brand', (ctx, actor, fields) => changeBrand(ctx, actor, brandFrom(fields))),
  addHost: command('hosts', (ctx, actor, { host }) => addHost(ctx, actor, host)),
  removeHost: command('hosts', (ctx, actor, { host }) => removeHost(ctx, actor, host)),
  mainHost: command('hosts', (ctx, actor, { host }) => setMainHost(ctx, actor, host)),
  resend: command('mail', (ctx, actor, { mailId }) => resendMail(ctx, actor, mailId)),
  another: async (event) => {
    const typed = await fieldsOf(event)
    const outcome = await openAnotherShop(event.locals.ctx, event.locals.actor, typed)
    if (!outcome.ok) return refuse(event, outcome, { ...typed, form: 'another' })
    return { saved: 'another', opened: { name: typed.name ?? '', host: outcome.value.host } }
  }
}
