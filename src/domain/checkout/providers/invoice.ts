import type { PaymentProvider } from '../payment-provider.ts'

/**
 * An invoice, a bank transfer, or cash at the stall: the order stands, the money is owed, and someone in the studio
 * marks it paid. Money goes back by hand too. It keeps nothing, so every answer follows from the key.
 */
export const invoice: PaymentProvider = {
  id: 'invoice',
  form: 'none',
  check: () => undefined,
  charge: async ({ key }) => ({ state: 'pending', ref: `invoice-${key}` }),
  find: async ({ key }) => ({ state: 'pending', ref: `invoice-${key}` }),
  refund: async ({ key }) => ({ ref: `by-hand-${key}` })
}
