import type { Scope } from '#domain/accounts/index.ts'
import * as m from '#messages'

const NAMES: Record<Scope, () => string> = {
  'take.part': m.scope_take_part,
  'own.account': m.scope_own_account,
  'results.read': m.scope_results_read,
  'posts.write': m.scope_posts_write,
  'posts.publish': m.scope_posts_publish,
  'campaigns.write': m.scope_campaigns_write,
  'comments.moderate': m.scope_comments_moderate,
  'links.write': m.scope_links_write,
  'coupons.write': m.scope_coupons_write,
  'feeds.write': m.scope_feeds_write,
  'products.read': m.scope_products_read,
  'products.write': m.scope_products_write,
  'products.import': m.scope_products_import,
  'orders.read': m.scope_orders_read,
  'orders.fulfil': m.scope_orders_fulfil,
  'orders.pay': m.scope_orders_pay,
  'orders.refund': m.scope_orders_refund,
  'people.read': m.scope_people_read,
  'people.roles': m.scope_people_roles,
  'people.export': m.scope_people_export,
  'people.erase': m.scope_people_erase,
  'shop.privacy': m.scope_shop_privacy,
  'shop.settings': m.scope_shop_settings,
  'shop.export': m.scope_shop_export,
  'shop.webhooks': m.scope_shop_webhooks
}

/** What a key with this scope may do, in the language at hand. */
export const scopeName = (scope: Scope): string => NAMES[scope]()
