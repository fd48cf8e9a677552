import { z } from '@hono/zod-openapi'
import { countUnsent, listMails, resendMail } from '#domain/notifications/index.ts'
import {
  addHost,
  changeBrand,
  changeSettings,
  getShop,
  listHosts,
  LOCALES,
  removeHost,
  setMainHost
} from '#domain/shops/index.ts'
import { done } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { byId, count, moment } from '../fields.ts'
import { operation } from '../operation.ts'

/** What the shop is called, how it looks, where it answers, and letters that did not go out. */
export const settings = openApp()

const permission = 'shop.settings'
const colour = z.string().nullable().openapi({ description: 'Like #f26b1d; null is the house’s own.' })
const Brand = z.object({ awning: colour.optional(), harbour: colour.optional() })
const Settings = z
  .object({
    name: z.string(),
    about: z.string(),
    contactEmail: z.string().nullable(),
    locale: z.enum(LOCALES),
    timezone: z.string(),
    currency: z.string(),
    country: z.string(),
    brand: Brand
  })
  .openapi('Settings')
const Host = z.object({ host: z.string(), isPrimary: z.boolean() }).openapi('Host')
const Mail = z
  .object({
    id: z.uuid(),
    to: z.string(),
    subject: z.string(),
    problem: z.string().nullable(),
    createdAt: moment
  })
  .openapi('Mail')

operation(
  settings,
  {
    name: 'getSettings',
    method: 'get',
    path: '/settings',
    permission,
    summary: 'The shop’s settings',
    ...{ answer: Settings, watches: 'settings' }
  },
  async ({ ctx, shop }) => done(await getShop(ctx, shop.id))
)

operation(
  settings,
  {
    ...{
      name: 'changeSettings',
      method: 'put',
      path: '/settings',
      permission,
      summary: 'Change the settings'
    },
    body: z.strictObject({
      ...{ name: z.string(), about: z.string(), contactEmail: z.string() },
      ...{ locale: z.enum(LOCALES), timezone: z.string() }
    }),
    example: {
      ...{ name: 'Kauppatori', about: 'A market by the water.', contactEmail: 'hello@example.org' },
      ...{ locale: 'fi' as const, timezone: 'Europe/Helsinki' }
    },
    ...{ answer: Settings, watches: 'settings' }
  },
  async ({ ctx, actor, shop, body }) => {
    const saved = await changeSettings(ctx, actor, body)
    return saved.ok ? done(await getShop(ctx, shop.id)) : saved
  }
)

operation(
  settings,
  {
    ...{
      name: 'changeBrand',
      method: 'put',
      path: '/settings/brand',
      permission,
      summary: 'Change the colours'
    },
    ...{
      body: z.strictObject({ awning: colour, harbour: colour }),
      example: { awning: '#0a7d4f', harbour: null }
    },
    ...{ answer: Settings, watches: 'settings' }
  },
  async ({ ctx, actor, shop, body }) => {
    const saved = await changeBrand(ctx, actor, body)
    return saved.ok ? done(await getShop(ctx, shop.id)) : saved
  }
)

const hosts = z.object({ hosts: z.array(Host) })
const params = z.object({ host: z.string().max(253) })
const refusals = ['host_not_found', 'host_taken', 'last_host']

operation(
  settings,
  {
    ...{ name: 'listHosts', method: 'get', path: '/hosts', permission },
    ...{ summary: 'The names that lead to the shop', answer: hosts, watches: 'hosts' }
  },
  async ({ ctx, shop }) => done({ hosts: await listHosts(ctx, shop.id) })
)

operation(
  settings,
  {
    ...{ name: 'addHost', method: 'post', path: '/hosts', permission, status: 201, refusals },
    ...{ summary: 'Answer on one more name', answer: hosts },
    ...{ body: z.strictObject({ host: z.string() }), example: { host: 'shop.example.org' } }
  },
  async ({ ctx, actor, shop, body }) => {
    const added = await addHost(ctx, actor, body.host)
    return added.ok ? done({ hosts: await listHosts(ctx, shop.id) }) : added
  }
)

operation(
  settings,
  {
    ...{ name: 'setMainHost', method: 'put', path: '/hosts/{host}/main', permission, params, refusals },
    ...{ summary: 'Make a name the main one', watches: 'hosts' }
  },
  async ({ ctx, actor, params: { host } }) => setMainHost(ctx, actor, host)
)

operation(
  settings,
  {
    ...{ name: 'removeHost', method: 'delete', path: '/hosts/{host}', permission, params, refusals },
    ...{ summary: 'Answer on a name no longer', watches: 'hosts' }
  },
  async ({ ctx, actor, params: { host } }) => removeHost(ctx, actor, host)
)

operation(
  settings,
  {
    ...{ name: 'listFailedMails', method: 'get', path: '/mails/failed', permission },
    summary: 'Letters that could not be sent, newest first',
    answer: z.object({ queued: count, failed: count, mails: z.array(Mail) })
  },
  async ({ ctx, shop }) => {
    const [unsent, mails] = [
      await countUnsent(ctx, shop.id),
      await listMails(ctx, shop.id, { state: 'failed' })
    ]
    return done({ ...unsent, mails })
  }
)

operation(
  settings,
  {
    ...{ name: 'resendMail', method: 'post', path: '/mails/{id}/sending', permission, params: byId },
    ...{ summary: 'Try to send a letter again', refusals: ['mail_not_failed'] }
  },
  async ({ ctx, actor, params: { id } }) => resendMail(ctx, actor, id)
)
