import { reading } from '#domain/catalog/index.ts'
import type { PastOrderDraft } from '#domain/past-orders/index.ts'

/** `name:Mug|product_id:12|sku:MUG|quantity:2|total:25.00`, several by semicolons. */
export function unpacked(cell: string, currency: string): PastOrderDraft['lines'] {
  const parse = reading.amountParser(currency)
  return cell.split(';').flatMap((item) => {
    const parts = new Map(
      item
        .split('|')
        .map((part) => [part.slice(0, part.indexOf(':')).trim(), part.slice(part.indexOf(':') + 1).trim()])
    )
    const quantity = Number(parts.get('quantity') ?? 1)
    const total = parse(parts.get('total') ?? parts.get('sub_total') ?? '')
    const title = parts.get('name')
    if (!title || !Number.isInteger(quantity) || quantity < 1) return []
    return [
      {
        title: title.slice(0, 255),
        sku: parts.get('sku') || null,
        quantity,
        price: typeof total === 'number' ? Math.round(total / quantity) : 0
      }
    ]
  })
}

/** How far an order is, by what its system calls that. */
export function stateOf(status: string, cancelledAt: string): PastOrderDraft['state'] {
  if (cancelledAt || /cancel|void|fail|trash/i.test(status)) return 'cancelled'
  if (/^(wc-)?refunded$/i.test(status.trim())) return 'refunded'
  return /paid|partially_refunded|completed|processing|fulfilled/i.test(status) &&
    !/unpaid|partially_paid/i.test(status)
    ? 'paid'
    : 'open'
}
