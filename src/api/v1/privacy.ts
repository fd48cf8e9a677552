import { Readable } from 'node:stream'
import { z } from '@hono/zod-openapi'
import {
  eraseContact,
  eraseGuest,
  eraseMyself,
  eraseOther,
  exportPerson,
  listErasures,
  type PersonAsked
} from '#domain/privacy/index.ts'
import { LOCALES, type Locale } from '#domain/shops/index.ts'
import { done } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { byId, pageOf } from '../fields.ts'
import { operation, type AnyAsk } from '../operation.ts'
import { visitOf } from '../visit-of.ts'
import { Begun, Erasure } from './privacy.schema.ts'

/** What is held about people: taken along, and erased. */
export const privacy = openApp()

const own = 'own.account'
const settings = 'shop.privacy'
const address = z.string().max(254)
/** Of the page that is in the file. */
const inLanguage = { locale: z.enum(LOCALES).optional() }

const file = (name: string, path: string, summary: string) =>
  ({ name, method: 'get', path, permission: 'people.export', summary, file: 'application/zip', refusals: ['person_not_found'] }) as const // prettier-ignore

operation(
  privacy,
  {
    ...{ name: 'eraseMe', method: 'delete', path: '/me', permission: own, answer: Begun },
    summary: 'Erase yourself: what is known about you, but what the books need',
    description:
      'With your password; without one, within a quarter of an hour of signing in. Asked by a key, it takes the password.',
    body: z.strictObject({ sure: z.literal(true), password: z.string().max(128).optional() }),
    example: { sure: true, password: 'a long password' },
    refusals: [
      'last_owner',
      'member_not_found',
      'not_a_member',
      'wrong_password',
      'sign_in_again',
      'too_many_tries'
    ]
  },
  async (ask) =>
    eraseMyself(
      ask.ctx,
      ask.actor,
      { visit: visitOf(ask as never), headers: ask.c.req.raw.headers },
      ask.body
    )
)

operation(
  privacy,
  {
    ...{
      name: 'erasePerson',
      method: 'post',
      path: '/people/{id}/erasure',
      permission: 'people.erase',
      params: byId
    },
    ...{
      summary: 'Erase a member',
      answer: Begun,
      refusals: ['member_not_found', 'last_owner', 'is_yourself']
    }
  },
  async ({ ctx, actor, params }) => eraseOther(ctx, actor, params.id)
)

operation(
  privacy,
  {
    ...{ name: 'eraseContact', method: 'post', path: '/contacts/{id}/erasure', permission: 'people.erase' },
    ...{ params: byId, answer: Begun, refusals: ['contact_not_found', 'is_a_member'] },
    summary: 'Erase a contact, and what was bought under its address without an account'
  },
  async ({ ctx, actor, params }) => eraseContact(ctx, actor, params.id)
)

operation(
  privacy,
  {
    ...{ name: 'eraseGuest', method: 'post', path: '/privacy/erasures', permission: 'people.erase' },
    ...{ summary: 'Erase whoever bought under an address without an account', answer: Begun },
    ...{ body: z.strictObject({ address }), example: { address: 'linh@example.org' } },
    refusals: ['person_not_found', 'is_a_member']
  },
  async ({ ctx, actor, body }) => eraseGuest(ctx, actor, body)
)

operation(
  privacy,
  {
    ...{ name: 'listErasures', method: 'get', path: '/privacy/erasures', permission: settings, paged: true },
    ...{
      summary: 'Who was erased when, by kind; no names, newest first',
      answer: pageOf('erasures', Erasure)
    }
  },
  async ({ ctx, shop, page }) => done(await listErasures(ctx, shop.id, page.cursor, page.limit))
)

operation(
  privacy,
  {
    ...file('exportMember', '/people/{id}/export.zip', 'Everything held about a member'),
    params: byId,
    query: z.object(inLanguage)
  },
  async (ask) => zipOf(ask as never, { memberId: ask.params.id })
)

operation(
  privacy,
  {
    ...file('exportContact', '/contacts/{id}/export.zip', 'Everything held about a contact'),
    params: byId,
    query: z.object(inLanguage)
  },
  async (ask) => zipOf(ask as never, { contactId: ask.params.id })
)

operation(
  privacy,
  {
    ...file('exportGuest', '/privacy/export.zip', 'Everything held about whoever bought under an address'),
    query: z.object({ address, ...inLanguage })
  },
  async (ask) => zipOf(ask as never, { address: ask.query.address })
)

async function zipOf({ ctx, shop, locale, query }: AnyAsk, asked: PersonAsked) {
  const wanted = query.locale as Locale | undefined
  const zip = await exportPerson(ctx, shop.id, asked, wanted ?? locale)
  if (!zip.ok) return zip
  const headers = {
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="person.zip"',
    'cache-control': 'no-store'
  }
  return done(new Response(Readable.toWeb(zip.value) as BodyInit, { headers }))
}
