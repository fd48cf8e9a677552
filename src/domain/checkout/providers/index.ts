// The ways to be paid that this installation offers.
import type { Config } from '#config'
import type { PaymentProviders } from '../payment-provider.ts'

export function makePaymentProviders(_config: Config): PaymentProviders {
  return new Map()
}
