import { z } from '@hono/zod-openapi'
import { consentLog, consentsOf, setConsent } from '#domain/consents/index.ts'
import { done } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { byId } from '../fields.ts'
import { operation, type AnyAsk } from '../operation.ts'
import { Consents, purpose } from './privacy.schema.ts'

/** What people agreed to, purpose by purpose. */
export const consents = openApp()

const own = 'own.account'

operation(
  consents,
  { name: 'getMyConsents', method: 'get', path: '/me/consents', permission: own, summary: 'What you agreed to', answer: Consents }, // prettier-ignore
  async ({ ctx, actor, shop }) => done(await consentsAndLog(ctx, shop.id, actor.memberId ?? ctx.ids.next()))
)

operation(
  consents,
  {
    ...{ name: 'setMyConsent', method: 'put', path: '/me/consents', permission: own, answer: Consents },
    ...{ summary: 'Agree to a purpose, or take it back', refusals: ['not_a_member'] },
    ...{
      body: z.strictObject({ purpose, granted: z.boolean() }),
      example: { purpose: 'marketing_email', granted: false }
    }
  },
  async ({ ctx, actor, shop, body, locale }) => {
    const set = await setConsent(ctx, actor, body, { place: 'api', locale })
    return set.ok ? done(await consentsAndLog(ctx, shop.id, actor.memberId!)) : set
  }
)

operation(
  consents,
  {
    ...{
      name: 'getConsents',
      method: 'get',
      path: '/people/{id}/consents',
      permission: 'people.read',
      params: byId
    },
    ...{ summary: 'What a member agreed to', answer: Consents }
  },
  async ({ ctx, shop, params }) => done(await consentsAndLog(ctx, shop.id, params.id))
)

async function consentsAndLog(ctx: AnyAsk['ctx'], shopId: number, memberId: string) {
  const [now, log] = await Promise.all([
    consentsOf(ctx, shopId, { memberId }),
    consentLog(ctx, shopId, { memberId })
  ])
  return { now, log }
}
