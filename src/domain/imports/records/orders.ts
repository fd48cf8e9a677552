import { reading } from '#domain/catalog/index.ts'
import type { PastOrderDraft } from '#domain/past-orders/index.ts'
import { cellReader, named } from './cells.ts'
import { saleReader } from './sale-of.ts'
import { stateOf, unpacked } from './packed-orders.ts'
import { wooItems } from './woo-items.ts'

/** Shopify's order export, and what the order exports around WooCommerce call the same. */
const columnsOf = named({
  number: ['Name', 'Order Number', 'Order ID', 'order_number', 'Order #'],
  email: ['Email', 'Email (Billing)', 'Billing Email', 'Customer Email'],
  buyer: ['Billing Name', 'Shipping Name', 'Customer', 'Customer Name'],
  firstName: ['First Name (Billing)', 'Billing First Name'],
  lastName: ['Last Name (Billing)', 'Billing Last Name'],
  status: ['Financial Status', 'Order Status', 'Status'],
  cancelledAt: ['Cancelled at'],
  placedAt: ['Created at', 'Order Date', 'Date', 'Paid at'],
  currency: ['Currency', 'Order Currency'],
  total: ['Total', 'Order Total Amount', 'Order Total'],
  shipping: ['Shipping', 'Order Shipping Amount', 'Shipping Total', 'Order Shipping'],
  tax: ['Taxes', 'Order Total Tax Amount', 'Tax Total', 'Order Tax'],
  discount: ['Discount Amount', 'Cart Discount Amount', 'Discount Total', 'Cart Discount'],
  refunded: ['Refunded Amount', 'Order Refund Amount', 'Refunded Total'],
  coupon: ['Discount Code', 'Coupon Code', 'Coupon(s)', 'Coupons'],
  note: ['Notes', 'Customer Note'],
  sku: ['Lineitem sku', 'SKU', 'Item SKU'],
  title: ['Lineitem name', 'Item Name', 'Product Name'],
  quantity: ['Lineitem quantity', 'Quantity (- Refund)', 'Quantity', 'Item Quantity'],
  price: ['Lineitem price', 'Item Cost', 'Item Price'],
  items: ['line_items', 'Line Items']
})

type Columns = ReturnType<typeof columnsOf>
type Name = Columns extends reading.Columns<infer N> ? N : never
type CellReader = ReturnType<typeof cellReader<Name>>

export const orders: reading.RecordKind<PastOrderDraft> = {
  name: 'orders',
  // prettier-ignore
  fields: ['number', 'placedAt', 'total', 'email', 'buyer', 'firstName', 'lastName', 'status', 'cancelledAt', 'currency', 'shipping', 'tax', 'discount', 'refunded', 'coupon', 'note', 'title', 'sku', 'quantity', 'price'],
  score(headings) {
    const { at } = columnsOf(headings)
    const items = at.title ?? at.items ?? wooItems(headings)[0]
    return at.number !== undefined && at.total !== undefined && items !== undefined
      ? Object.keys(at).length
      : 0
  },
  open(headings, { currency, mapping }) {
    const columns = columnsOf(headings, mapping)
    const itemCells = [...(columns.at.items === undefined ? [] : [columns.at.items]), ...wooItems(headings)]
    for (const name of ['number', 'placedAt', 'total'] as const)
      if (columns.at[name] === undefined)
        return { missing: { number: 'Name', placedAt: 'Created at', total: 'Total' }[name] }
    const sales = saleReader(headings, reading.momentOf)
    const source = headings.some((heading) => /^lineitem/i.test(heading)) ? 'shopify' : 'woocommerce'
    return {
      ignored: columns.ignored.filter(
        (heading) => ![...itemCells, ...sales.uses].includes(headings.indexOf(heading))
      ),
      keysOf: (record) => {
        const number = columns.cell(record, 'number')
        return number ? { own: [number], of: number } : { own: [] }
      },
      read: (records) => readOrder(columns, { currency, source, itemCells, sales }, records)
    }
  }
}

type How = {
  currency: string
  source: string
  itemCells: readonly number[]
  sales: ReturnType<typeof saleReader>
}

/** The first row tells of the order, each row of one of its lines. */
function readOrder(
  columns: Columns,
  how: How,
  records: readonly reading.CsvRecord[]
): reading.RecordReading<PastOrderDraft> {
  const cells = cellReader(columns, how.currency)
  const first = records[0]!
  const said = columns.cell(first, 'currency').toUpperCase()
  const currency = /^[A-Z]{3}$/.test(said) ? said : how.currency
  const number = cells.text(first, 'number').replace(/^'/, '')
  const placedAt = cells.moment(first, 'placedAt')
  if (!number) cells.wrong('missing_number', first, 'number')
  if (!placedAt && !cells.problems.length) cells.wrong('bad_date', first, 'placedAt')
  const sum = (name: 'total' | 'shipping' | 'tax' | 'discount' | 'refunded') =>
    cells.amount(first, name, currency) ?? 0
  const buyer =
    [cells.text(first, 'firstName'), cells.text(first, 'lastName')].filter(Boolean).join(' ') ||
    cells.text(first, 'buyer')
  const value: PastOrderDraft = {
    source: how.source,
    number,
    placedAt: placedAt ?? new Date(0),
    email: cells.email(first, 'email') || null,
    name: buyer,
    state: stateOf(columns.cell(first, 'status'), columns.cell(first, 'cancelledAt')),
    currency,
    total: sum('total'),
    shipping: sum('shipping'),
    tax: sum('tax'),
    discount: sum('discount'),
    refunded: sum('refunded'),
    coupon: cells.text(first, 'coupon') || null,
    note: cells.text(first, 'note', 5_000),
    lines: records.flatMap((record) => linesIn(columns, cells, how, record, currency))
  }
  const sale = placedAt && how.sales.read(first, placedAt)
  if (sale) value.sale = sale
  return { name: number, value, problems: cells.problems }
}

function linesIn(
  columns: Columns,
  cells: CellReader,
  how: How,
  record: reading.CsvRecord,
  currency: string
): PastOrderDraft['lines'] {
  const packed = how.itemCells.flatMap((index) => unpacked(record.cells[index] ?? '', currency))
  const title = cells.text(record, 'title')
  if (!title) return packed
  const quantity = cells.whole(record, 'quantity') ?? 1
  if (quantity < 1) return packed
  const sku = cells.text(record, 'sku').replace(/^'/, '') || null
  return [...packed, { title, sku, quantity, price: cells.amount(record, 'price', currency) ?? 0 }]
}
