import { exponentOf } from '#platform/money/index.ts'
import { byKey, decimal, type Cell, type Export } from './export.ts'
import { readContacts, readGuests, readMembers, type CustomerRecord } from './read-customers.ts'

const PLACE = ['line1', 'line2', 'postcode', 'city', 'region', 'country'] as const

/** The shop's members, then everyone else who ordered, then everyone else who was brought in from elsewhere. */
export const customers: Export<CustomerRecord> = {
  headings: [
    'email',
    'name',
    'handle',
    'role',
    'locale',
    'joined_at',
    'accepts_marketing',
    'orders',
    'spent',
    'currency',
    'member_id',
    'phone',
    'company',
    ...PLACE,
    'tags',
    'note',
    'source',
    'contact_id'
  ],
  async *batches(ctx, wanted) {
    yield* byKey(
      (after: string | undefined) => readMembers(ctx, wanted, after),
      ({ memberId }) => memberId!
    )
    yield* byKey(
      (after: string | undefined) => readGuests(ctx, wanted, after),
      ({ email }) => email!
    )
    yield* byKey(
      (after: string | undefined) => readContacts(ctx, wanted, after),
      ({ contact }) => contact!.id
    )
  },
  lines: (customer, { shop }): Cell[][] => [
    [
      ...[customer.email, customer.name, customer.handle, customer.role, customer.locale, customer.joinedAt],
      customer.marketing ? 'yes' : 'no',
      ...[customer.orders, decimal(customer.spent, exponentOf(shop.currency)), customer.currency],
      ...[customer.memberId, ...linesOf(customer.contact)]
    ]
  ]
}

function linesOf(contact: CustomerRecord['contact']): Cell[] {
  const { phone, company, address, tags, note, source, id } = contact ?? NOBODY
  return [phone, company, ...PLACE.map((part) => address?.[part] ?? null), tags.join(', '), note, source, id]
}

const NOBODY = { phone: null, company: null, address: null, tags: [], note: null, source: null, id: null }
