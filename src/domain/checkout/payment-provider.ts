import type { Money } from '#platform/money/index.ts'

/** Names one attempt to be paid. Asking twice with one key never moves money twice. */
export type Attempt = { shopId: number; key: string }

/** What a buyer gives to pay with: card fields of the demo, a token of a real scheme. Never stored, never logged. */
export type Instrument = Readonly<Record<string, string>>

export type ChargeRequest = Attempt & { orderId: string; amount: Money; instrument: Instrument }

export type DeclineReason =
  'card_declined' | 'insufficient_funds' | 'card_expired' | 'card_invalid' | 'unsupported'

/** captured: the money is ours. pending: it is owed, and someone marks it paid. declined: nothing was moved. */
export type ChargeAnswer =
  | { state: 'captured'; ref: string }
  | { state: 'pending'; ref: string }
  | { state: 'declined'; reason: DeclineReason }

/**
 * A way to be paid. It answers, or it throws; after a throw nobody knows whether money moved, and `find` tells later.
 * An answer once given to a key stays the answer to it.
 */
export type PaymentProvider = {
  id: string
  /** What the page asks for: the fields of a card, or nothing. */
  form: 'card' | 'none'
  /** What is wrong with an instrument, as far as can be seen without asking anyone. */
  check(instrument: Instrument): DeclineReason | undefined
  charge(request: ChargeRequest): Promise<ChargeAnswer>
  /** What became of an attempt; undefined when the provider never saw it. */
  find(attempt: Attempt): Promise<ChargeAnswer | undefined>
  /** Gives money back. `key` names this refund, `chargeKey` the attempt it goes back on. */
  refund(request: Attempt & { chargeKey: string; ref: string; amount: Money }): Promise<{ ref: string }>
}

export type PaymentProviders = ReadonlyMap<string, PaymentProvider>
