// The ways to be paid that this installation offers. The test card is there for the demo only.
import type { Config } from '#config'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/index.ts'
import type { PaymentProvider, PaymentProviders } from '../payment-provider.ts'
import { invoice } from './invoice.ts'
import { makeTestCard } from './test-card.ts'

export function makePaymentProviders(
  config: Pick<Config, 'demo'>,
  on: { db: Db; clock: Clock }
): PaymentProviders {
  const providers: PaymentProvider[] = config.demo ? [makeTestCard(on), invoice] : [invoice]
  return new Map(providers.map((provider) => [provider.id, provider]))
}
