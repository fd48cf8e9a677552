import type { reading } from '#domain/catalog/index.ts'
import { couponInput, type CouponInput } from '#domain/coupons/schema.ts'
import { cellReader, named } from './cells.ts'

/** Our own template first, then what Shopify's discount export and the tools around it write. */
const columnsOf = named({
  code: ['Code', 'Discount Code', 'Coupon Code'],
  name: ['Name'],
  kind: ['Kind', 'Value Type', 'Discount Value Type', 'Discount Type'],
  type: ['Type'],
  value: ['Value', 'Discount Value', 'Coupon Amount'],
  minGoods: [
    'Minimum',
    'Minimum Purchase',
    'Minimum Purchase Amount',
    'Minimum Purchase Requirements',
    'Minimum Amount'
  ],
  startsAt: ['Starts', 'Start', 'Starts At', 'Start Date'],
  endsAt: ['Ends', 'End', 'Ends At', 'End Date', 'Expiry Date'],
  maxUses: ['Uses', 'Usage Limit', 'Limit Total Times', 'Times Used Limit'],
  once: ['Once per person', 'Once Per Customer', 'One Per Customer', 'Applies Once Per Customer'],
  status: ['Status']
})

export const coupons: reading.RecordKind<CouponInput> = {
  name: 'coupons',
  fields: ['code', 'kind', 'value', 'minGoods', 'startsAt', 'endsAt', 'maxUses', 'once'],
  score(headings) {
    const { at } = columnsOf(headings)
    const known = Object.keys(at).length
    return (at.code !== undefined || at.name !== undefined) &&
      at.value !== undefined &&
      (at.kind ?? at.type) !== undefined
      ? known
      : 0
  },
  open(headings, { currency, mapping }) {
    const columns = columnsOf(headings, mapping)
    if (columns.at.code === undefined && columns.at.name === undefined) return { missing: 'Code' }
    if (columns.at.value === undefined) return { missing: 'Value' }
    const codeOf = (record: reading.CsvRecord) =>
      columns.cell(record, columns.at.code === undefined ? 'name' : 'code')
    return {
      ignored: columns.ignored,
      keysOf: (record) => ({ own: codeOf(record) ? [codeOf(record).toUpperCase()] : [] }),
      read: ([record]) => readCoupon(columns, currency, record!, codeOf(record!))
    }
  }
}

type Columns = ReturnType<typeof columnsOf>

function readCoupon(
  columns: Columns,
  currency: string,
  record: reading.CsvRecord,
  code: string
): reading.RecordReading<CouponInput> {
  const cells = cellReader(columns, currency)
  const kind = kindOf(`${columns.cell(record, 'kind')} ${columns.cell(record, 'type')}`)
  if (!kind) cells.wrong('bad_kind', record, columns.at.kind === undefined ? 'type' : 'kind')
  const value =
    kind === 'percent'
      ? percentOf(columns.cell(record, 'value'))
      : kind === 'amount'
        ? cells.amount(record, 'value')
        : 0
  if (kind && value === undefined) cells.wrong('bad_amount', record, 'value')
  const input = {
    code,
    kind: kind ?? 'amount',
    value: value ?? 0,
    minGoods: cells.amount(record, 'minGoods') ?? 0,
    startsAt: cells.moment(record, 'startsAt'),
    endsAt: cells.moment(record, 'endsAt', true),
    maxUses: cells.whole(record, 'maxUses') || undefined,
    oncePerEmail: cells.answer(record, 'once') ?? false
  }
  if (!cells.problems.length) {
    const read = couponInput.safeParse(input)
    if (!read.success)
      cells.wrong(
        'bad_coupon',
        record,
        columns.at.code === undefined ? 'name' : 'code',
        String(read.error.issues[0]?.path[0] ?? '')
      )
  }
  return { name: code.toUpperCase(), value: input, problems: cells.problems }
}

function kindOf(words: string): CouponInput['kind'] | undefined {
  if (/ship|deliver|toimitus|frakt/i.test(words)) return 'free_shipping'
  if (/percent|prosent|%/i.test(words)) return 'percent'
  return /amount|fixed|summa|beløp|sum/i.test(words) ? 'amount' : undefined
}

/** `10`, `10 %`, `-10.0` and Shopify's `0.1` are ten per cent. */
function percentOf(text: string): number | undefined {
  const number = /^-?(\d{1,3}(?:[.,]\d+)?)\s*%?$/.exec(text.trim())?.[1]?.replace(',', '.')
  if (number === undefined) return undefined
  const value = Number(number)
  const percent = value < 1 && !text.includes('%') ? value * 100 : value
  return Number.isInteger(Math.round(percent * 1e6) / 1e6) ? Math.round(percent) : undefined
}
