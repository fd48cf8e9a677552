import type { Money } from '#platform/money/index.ts'

/** What is asked of a provider. `key` names the attempt: asking twice with one key never moves money twice. */
export type ChargeRequest = {
  key: string
  orderId: string
  amount: Money
  /** What the page collected: a card token, never a card number of a real scheme. */
  instrument: Record<string, string>
}

export type ChargeAnswer =
  | { state: 'captured'; ref: string }
  | { state: 'pending'; ref: string }
  | { state: 'declined'; reason: 'card_declined' | 'insufficient_funds' | 'card_expired' | 'unsupported' }

/** A way to be paid. A provider that cannot answer throws; the attempt is then unknown and settled by `find`. */
export type PaymentProvider = {
  id: string
  charge(request: ChargeRequest): Promise<ChargeAnswer>
  /** What became of the attempt with this key; undefined when the provider never saw it. */
  find(key: string): Promise<ChargeAnswer | undefined>
  refund(request: { key: string; ref: string; amount: Money }): Promise<{ ref: string }>
}

export type PaymentProviders = ReadonlyMap<string, PaymentProvider>
