import { composeLetter, type LetterPart, type LetterText } from '#domain/notifications/index.ts'
import { formatMoney } from '#platform/money/index.ts'
import * as m from '#messages'
import type { Order } from '../queries/find-order.ts'
import type { Fulfilment, OrderEvent, Refund } from '../queries/read-history.ts'

export type LetterKind = 'placed' | 'unfillable' | 'cancelled' | 'refunded' | 'fulfilled' | 'pieces_cancelled'

export type OrderLetter = {
  kind: LetterKind
  order: Order
  shopName: string
  url: string
  refund?: Refund
  fulfilment?: Fulfilment
  event?: OrderEvent
}

type Said = { subject: string; heading: string; parts: LetterPart[] }
type In = { locale: 'en' | 'fi' | 'nb' }

/** The letter in the buyer's language. */
export function composeOrderLetter(letter: OrderLetter): LetterText {
  const { order, shopName } = letter
  const locale = { locale: order.locale } as In
  const foot = m.order_letter_foot({ shop: shopName }, locale)
  return composeLetter(order.locale, shopName, { ...say(letter, locale), foot })
}

function say(letter: OrderLetter, locale: In): Said {
  const { order, shopName, kind } = letter
  const number = String(order.number ?? '')
  const text = (body: string): LetterPart => ({ kind: 'text', text: body })
  if (kind === 'placed') {
    const heading = m.order_letter_placed_heading({ name: order.shipTo.name }, locale)
    const body = order.paymentState === 'pending' ? m.order_letter_placed_unpaid : m.order_letter_placed_body
    const parts = [text(body({}, locale)), receipt(order, locale), button(letter, locale)]
    return { subject: m.order_letter_placed_subject({ number, shop: shopName }, locale), heading, parts }
  }
  if (kind === 'fulfilled') return sayFulfilled(letter, locale)
  if (kind === 'pieces_cancelled') return sayPiecesCancelled(letter, locale)
  const amount = formatMoney(
    { amount: letter.refund?.amount ?? order.total, currency: order.currency },
    order.locale
  )
  const said = SAYINGS[kind === 'cancelled' && !order.captured ? 'cancelledUnpaid' : kind]
  return {
    subject: said.subject({ number }, locale),
    heading: said.heading({}, locale),
    parts: [text(said.body({ number, amount }, locale)), button(letter, locale)]
  }
}

const SAYINGS = {
  unfillable: {
    subject: m.order_letter_unfillable_subject,
    heading: m.order_letter_unfillable_heading,
    body: m.order_letter_unfillable_body
  },
  cancelled: {
    subject: m.order_letter_cancelled_subject,
    heading: m.order_letter_cancelled_heading,
    body: m.order_letter_cancelled_body
  },
  cancelledUnpaid: {
    subject: m.order_letter_cancelled_subject,
    heading: m.order_letter_cancelled_heading,
    body: m.order_letter_cancelled_unpaid
  },
  refunded: {
    subject: m.order_letter_refunded_subject,
    heading: m.order_letter_refunded_heading,
    body: m.order_letter_refunded_body
  }
}

function sayFulfilled(letter: OrderLetter, locale: In): Said {
  const { order, fulfilment } = letter
  const pickup = order.rate.kind === 'pickup'
  const body = pickup ? m.order_letter_ready_body({}, locale) : m.order_letter_sent_body({}, locale)
  const parts: LetterPart[] = [{ kind: 'text', text: body }, piecesOf(order, fulfilment?.lines ?? [])]
  if (fulfilment?.tracking) {
    const { tracking } = fulfilment
    const carrier = fulfilment.carrier ?? ''
    parts.push({ kind: 'text', text: m.order_letter_tracking({ carrier, tracking }, locale) })
  }
  const number = String(order.number ?? '')
  const subject = m.order_letter_sent_subject({ number }, locale)
  const heading = pickup ? m.order_letter_ready_heading({}, locale) : m.order_letter_sent_heading({}, locale)
  return { subject, heading, parts: [...parts, button(letter, locale)] }
}

function piecesOf(order: Order, lines: readonly { lineId: string; quantity: number }[]): LetterPart {
  const pieces = new Map(lines.map(({ lineId, quantity }) => [lineId, quantity]))
  const rows = order.lines
    .filter(({ id }) => pieces.has(id))
    .map((line) => ({ label: nameOf(line), value: `× ${pieces.get(line.id)}` }))
  return { kind: 'rows', rows }
}

type CancelledData = { lines?: { lineId: string; quantity: number }[]; amount?: number; owed?: number | null }

/** What will not come, and what that does to the money: less is owed, or some goes back. */
function sayPiecesCancelled(letter: OrderLetter, locale: In): Said {
  const { order, event } = letter
  const number = String(order.number ?? '')
  const { lines = [], amount = 0, owed = null }: CancelledData = event?.data ?? {}
  const money = formatMoney({ amount: owed ?? amount, currency: order.currency }, order.locale)
  const said = owed === null ? m.order_letter_pieces_back : m.order_letter_pieces_owed
  const parts: LetterPart[] = [
    { kind: 'text', text: m.order_letter_pieces_body({ number }, locale) },
    piecesOf(order, lines),
    ...(amount ? [{ kind: 'text', text: said({ amount: money }, locale) } as const] : []),
    button(letter, locale)
  ]
  const heading = m.order_letter_pieces_heading({}, locale)
  return { subject: m.order_letter_pieces_subject({ number }, locale), heading, parts }
}

const button = ({ url }: OrderLetter, locale: In): LetterPart => ({
  kind: 'button',
  label: m.order_letter_button({}, locale),
  url
})

const nameOf = (line: { title: string; optionValues: string[] }) =>
  [line.title, ...line.optionValues].join(', ')

function receipt(order: Order, locale: In): LetterPart {
  const money = (amount: number) => formatMoney({ amount, currency: order.currency }, order.locale)
  const row = (label: string, amount: number) => ({ label, value: money(amount) })
  return {
    kind: 'rows',
    rows: [
      ...order.lines.map((line) => row(`${line.quantity} × ${nameOf(line)}`, line.total + line.discount)),
      ...(order.discount ? [row(m.checkout_discount({}, locale), -order.discount)] : []),
      row(order.rate.name || m.checkout_delivery({}, locale), order.shipping),
      ...(order.cancelled ? [row(m.order_cancelled_pieces({}, locale), -order.cancelled)] : []),
      { ...row(m.checkout_total({}, locale), order.total), strong: true },
      row(m.checkout_vat_included({}, locale), order.tax)
    ]
  }
}
