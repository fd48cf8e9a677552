import type { TaxPart } from '#domain/checkout/index.ts'
import type { FulfilmentState, OrderState, PaymentState } from './lifecycles.ts'

/** Where the goods go, or who collects them. Lines that do not apply are empty. */
export type ShipTo = {
  name: string
  phone: string
  line1: string
  line2: string
  postcode: string
  city: string
  region: string
  country: string
}

/** How they go, as agreed; a delivery of nothing material has no rate. */
export type AgreedRate = { id: string | null; name: string; kind: string; locationId: string | null }

/** An order with its one payment, as commands see it: locked. Money is minor units of `currency`. */
export type LockedOrder = {
  id: string
  number: number | null
  cartId: string
  state: OrderState
  paymentState: PaymentState
  fulfilmentState: FulfilmentState
  token: string
  email: string
  locale: string
  currency: string
  couponCode: string | null
  clickId: string | null
  memberId: string | null
  net: number
  shipping: number
  total: number
  taxes: TaxPart[]
  refunded: number
  rate: AgreedRate
  payment: {
    id: string
    provider: string
    ref: string | null
    amount: number
    captured: number
    refunded: number
  }
}

/** What happened to an order, as its history tells it. */
export type EventKind =
  | 'placed'
  | 'paid'
  | 'declined'
  | 'unfillable'
  | 'cancelled'
  | 'pieces_cancelled'
  | 'refund_started'
  | 'refunded'
  | 'fulfilled'
  | 'note'
