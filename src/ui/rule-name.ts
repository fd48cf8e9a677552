import type { RuleName } from '#domain/retention/schema.ts'
import * as m from '#messages'

type Said = { name: () => string; text: () => string }

const RULES: Record<RuleName, Said> = {
  guest_carts: { name: m.keep_guest_carts, text: m.keep_guest_carts_text },
  letters: { name: m.keep_letters, text: m.keep_letters_text },
  browsing: { name: m.keep_browsing, text: m.keep_browsing_text },
  visits: { name: m.keep_visits, text: m.keep_visits_text },
  webhook_log: { name: m.keep_webhook_log, text: m.keep_webhook_log_text },
  import_rows: { name: m.keep_import_rows, text: m.keep_import_rows_text },
  invites: { name: m.keep_invites, text: m.keep_invites_text },
  inactive: { name: m.keep_inactive, text: m.keep_inactive_text },
  orders: { name: m.keep_orders, text: m.keep_orders_text }
}

/** What a rule keeps, by name, and what of it goes. */
export const ruleSaid = (rule: RuleName): Said => RULES[rule]
