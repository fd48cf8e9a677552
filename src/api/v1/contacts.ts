import { z } from '@hono/zod-openapi'
import { findContact, listContacts } from '#domain/contacts/index.ts'
import { listPastOrders } from '#domain/past-orders/index.ts'
import { done } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { amount, byId, count, found, moment, pageOf } from '../fields.ts'
import { operation } from '../operation.ts'

/** People whom the shop knows from elsewhere, and what they ordered there. */
export const contacts = openApp()

const permission = 'people.read'
const refusals = ['contact_not_found']
const shared = {
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  marketing: z.boolean().nullable().openapi({ description: 'Null when their file did not say.' }),
  memberId: z.uuid().nullable()
}
const ContactLine = z.object({ ...shared, orders: count }).openapi('ContactLine')
const Contact = z
  .object({
    ...shared,
    phone: z.string().nullable(),
    company: z.string().nullable(),
    address: z.record(z.string(), z.string()).nullable(),
    marketingAt: moment.nullable(),
    tags: z.array(z.string()),
    note: z.string(),
    source: z.string().openapi({ description: 'The shop system they came from.' }),
    memberName: z.string().nullable(),
    createdAt: moment
  })
  .openapi('Contact')
const line = z.object({
  title: z.string(),
  sku: z.string().nullable(),
  quantity: z.int(),
  price: amount,
  productId: z.uuid().nullable()
})
const PastOrder = z
  .object({
    id: z.uuid(),
    source: z.string(),
    number: z.string(),
    placedAt: moment,
    state: z.enum(['paid', 'open', 'refunded', 'cancelled']),
    currency: z.string(),
    total: amount,
    lines: z.array(line)
  })
  .openapi('PastOrder')

operation(
  contacts,
  {
    ...{ name: 'listContacts', method: 'get', path: '/', permission, paged: true },
    summary: 'List contacts by name',
    description: '`q` finds part of a name, address, company or tag, or the whole number of a past order.',
    query: z.object({ q: z.string().max(100).optional() }),
    answer: pageOf('contacts', ContactLine)
  },
  async ({ ctx, shop, query, page: { cursor, limit } }) =>
    done(await listContacts(ctx, shop.id, { words: query.q, after: cursor, limit }))
)

operation(
  contacts,
  {
    ...{ name: 'getContact', method: 'get', path: '/{id}', permission, params: byId },
    ...{ summary: 'One contact', answer: Contact, refusals }
  },
  async ({ ctx, shop, params }) => found(await findContact(ctx, shop.id, params.id), 'contact_not_found')
)

operation(
  contacts,
  {
    ...{ name: 'listPastOrders', method: 'get', path: '/{id}/past-orders', permission, params: byId },
    ...{ summary: 'What a contact ordered elsewhere, newest first', paged: true, refusals },
    answer: pageOf('orders', PastOrder)
  },
  async ({ ctx, shop, params, page }) => {
    const contact = await findContact(ctx, shop.id, params.id)
    return contact
      ? done(await listPastOrders(ctx, shop.id, contact.id, page))
      : found(undefined, 'contact_not_found')
  }
)
