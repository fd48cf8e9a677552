import type { reading } from '#domain/catalog/index.ts'
import type { PastOrderDraft } from '#domain/past-orders/index.ts'
import { codeIn, type FileOrder } from '#domain/store-orders/index.ts'
import { named } from './cells.ts'

type Sale = NonNullable<PastOrderDraft['sale']>

/** Where a hand-over's code comes back in a file: Shopify's cart attributes, what WooCommerce knows of a visit, or a column of our name. */
const columnsOf = named({
  id: ['Id', 'Order ID'],
  attributes: ['Note Attributes'],
  utmId: ['_wc_order_attribution_utm_id', 'meta:_wc_order_attribution_utm_id'],
  code: ['torilla'],
  createdAt: ['Created at', 'Order Date', 'Date'],
  paidAt: ['Paid at', 'Paid Date', 'Date Paid'],
  cancelledAt: ['Cancelled at']
})

/** Reads what of an order's row says that it came from here; `uses` are the columns that only this needs. */
export function saleReader(headings: readonly string[], momentOf: typeof reading.momentOf) {
  const columns = columnsOf(headings)
  const cell = (record: reading.CsvRecord, name: keyof typeof columns.at) => columns.cell(record, name)
  return {
    uses: (['id', 'attributes', 'utmId', 'code'] as const).flatMap((name) => columns.at[name] ?? []),
    /** `told` is when the row as a whole says it was; a file may name the day of payment before that of the order. */
    read(record: reading.CsvRecord, told: Date): Sale | undefined {
      const code =
        codeIn(cell(record, 'code')) ??
        codeIn(attributeIn(cell(record, 'attributes'))) ??
        codeIn(cell(record, 'utmId'))
      if (!code) return undefined
      const at = (name: 'createdAt' | 'paidAt' | 'cancelledAt') => momentOf(cell(record, name))
      const placedAt = at('createdAt') ?? told
      const later = [at('paidAt'), at('cancelledAt')].flatMap((moment) => moment?.getTime() ?? [])
      const changedAt = new Date(Math.max(placedAt.getTime(), ...later))
      return { code, outsideId: cell(record, 'id').replace(/^'/, '').slice(0, 100), placedAt, changedAt }
    }
  }
}

/** `torilla: CODE`, one attribute a line. */
const attributeIn = (text: string) => /^\s*torilla:\s*(\S+)\s*$/m.exec(text)?.[1]

/** The order as its store would have told it; undefined when it did not come from here. */
export function fileOrderOf(draft: PastOrderDraft): FileOrder | undefined {
  const { sale, state, total } = draft
  if (!sale) return undefined
  return {
    ...sale,
    ...{ number: draft.number, currency: draft.currency, total },
    goods: Math.max(0, total - draft.tax - draft.shipping),
    paid: state === 'paid' || state === 'refunded',
    cancelled: state === 'cancelled',
    refunded: state === 'refunded' ? total : Math.min(total, draft.refunded),
    refunds: [],
    lines: draft.lines.map(({ sku, title, quantity, price }) => ({
      ...{ outsideId: null, sku, title, quantity, weight: price * quantity }
    }))
  }
}
