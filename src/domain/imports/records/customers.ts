import type { reading } from '#domain/catalog/index.ts'
import type { ContactDraft } from '#domain/contacts/index.ts'
import { cellReader, named } from './cells.ts'

/** Shopify's export, old and new, then WooCommerce's report and the user exports of its plugins. */
const columnsOf = named({
  id: ['Customer ID', 'User ID', 'ID'],
  name: ['Name', 'Display Name'],
  firstName: ['First Name', 'Billing First Name', 'First Name (Billing)'],
  lastName: ['Last Name', 'Billing Last Name', 'Last Name (Billing)'],
  email: ['Email', 'User Email', 'Billing Email', 'Email (Billing)', 'E-mail'],
  phone: ['Phone', 'Default Address Phone', 'Billing Phone', 'Phone (Billing)'],
  company: ['Default Address Company', 'Company', 'Billing Company', 'Company (Billing)'],
  line1: [
    'Default Address Address1',
    'Address1',
    'Billing Address 1',
    'Address 1 (Billing)',
    'Address 1&2 (Billing)'
  ],
  line2: ['Default Address Address2', 'Address2', 'Billing Address 2', 'Address 2 (Billing)'],
  city: ['Default Address City', 'City', 'Billing City', 'City (Billing)'],
  region: [
    'Default Address Province Code',
    'Province Code',
    'Province',
    'Region',
    'Billing State',
    'State Code (Billing)'
  ],
  postcode: ['Default Address Zip', 'Zip', 'Postal Code', 'Billing Postcode', 'Postcode (Billing)'],
  country: [
    'Default Address Country Code',
    'Country Code',
    'Country / Region',
    'Country',
    'Billing Country',
    'Country Code (Billing)'
  ],
  marketing: ['Accepts Email Marketing', 'Accepts Marketing', 'Marketing Consent', 'Email Marketing Consent'],
  marketingAt: [
    'Marketing Consent At',
    'Email Marketing Consent Updated At',
    'Accepts Marketing Updated At',
    'Consent Date'
  ],
  tags: ['Tags'],
  note: ['Note', 'Notes'],
  spent: ['Total Spent', 'Total Spend', 'Total Orders', 'Orders', 'AOV', 'Sign Up', 'Username', 'User Login']
})

export const customers: reading.RecordKind<ContactDraft> = {
  name: 'customers',
  // prettier-ignore
  fields: ['email', 'name', 'firstName', 'lastName', 'phone', 'company', 'line1', 'line2', 'postcode', 'city', 'region', 'country', 'marketing', 'marketingAt', 'tags', 'note', 'id'],
  score(headings) {
    const { at, ignored } = columnsOf(headings)
    const named = at.name ?? at.firstName ?? at.lastName
    if (at.email === undefined || named === undefined) return 0
    return (
      Object.keys(at).length - (ignored.some((heading) => /lineitem|total amount/i.test(heading)) ? 20 : 0)
    )
  },
  open(headings, { currency, mapping }) {
    const columns = columnsOf(headings, mapping)
    if (columns.at.email === undefined) return { missing: 'Email' }
    const source = headings.some((heading) => /last active|user|billing/i.test(heading))
      ? 'woocommerce'
      : 'shopify'
    const keyOf = (record: reading.CsvRecord) =>
      columns.cell(record, 'email').toLowerCase() || `${source}:${columns.cell(record, 'id')}`
    return {
      ignored: columns.ignored,
      keysOf: (record) => ({ own: [keyOf(record)] }),
      read: ([record]) => readCustomer(columns, currency, record!, source)
    }
  }
}

function readCustomer(
  columns: ReturnType<typeof columnsOf>,
  currency: string,
  record: reading.CsvRecord,
  source: string
): reading.RecordReading<ContactDraft> {
  const cells = cellReader(columns, currency)
  const email = cells.email(record, 'email')
  const id = cells.text(record, 'id').replace(/^'/, '')
  const name =
    [cells.text(record, 'firstName'), cells.text(record, 'lastName')].filter(Boolean).join(' ') ||
    cells.text(record, 'name')
  if (!email && !id) cells.wrong('missing_email', record, 'email')
  const address = Object.fromEntries(
    (['line1', 'line2', 'city', 'region', 'postcode', 'country'] as const).map((part) => [
      part,
      cells.text(record, part).replace(/^'/, '')
    ])
  )
  const value: ContactDraft = {
    key: email || `${source}:${id}`,
    email: email || null,
    name,
    phone: cells.text(record, 'phone').replace(/^'/, '') || null,
    company: cells.text(record, 'company') || null,
    address: Object.values(address).some(Boolean) ? address : null,
    marketing: cells.answer(record, 'marketing') ?? null,
    marketingAt: cells.moment(record, 'marketingAt') ?? null,
    tags: cells
      .text(record, 'tags', 5_000)
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean)
      .slice(0, 100),
    note: cells.text(record, 'note', 10_000),
    source
  }
  return { name: email || name || id, value, problems: cells.problems }
}
