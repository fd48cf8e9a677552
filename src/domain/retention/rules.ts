import { forgetCarts } from '#domain/carts/index.ts'
import { forgetWebhooks } from '#domain/webhooks/index.ts'
import type { Slice } from './rule.ts'
import { cutBrowsing } from './rules/browsing.ts'
import { forgetInvites, forgetLetters, forgetRemarks } from './rules/forget-rows.ts'
import { cutVisits } from './rules/visits.ts'
import { blankBooks } from './rules/orders.ts'
import { warnInactive } from './rules/inactive.ts'
import type { RuleName } from './schema.ts'

/** What each rule takes away of a shop, a slice at a time. */
export const SLICES: Record<RuleName, Slice> = {
  guest_carts: ({ tx, shopId, before }) => forgetCarts({ db: tx }, shopId, before),
  letters: forgetLetters,
  browsing: cutBrowsing,
  visits: cutVisits,
  webhook_log: ({ ctx, tx, shopId, before }) => forgetWebhooks(ctx, tx, shopId, before),
  import_rows: forgetRemarks,
  invites: forgetInvites,
  inactive: warnInactive,
  orders: blankBooks
}
