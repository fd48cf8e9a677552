import type { EventType } from '#domain/webhooks/index.ts'
import * as m from '#messages'

type Group = { title: () => string; events: Partial<Record<EventType, () => string>> }

/** What may be told to machines, in the studio's words and in the order of its form. */
export const EVENT_GROUPS: readonly Group[] = [
  {
    title: m.webhooks_group_orders,
    events: {
      'order.paid': m.webhooks_event_order_paid,
      'order.sent': m.webhooks_event_order_sent,
      'order.pieces_cancelled': m.webhooks_event_order_pieces_cancelled,
      'order.cancelled': m.webhooks_event_order_cancelled,
      'order.refunded': m.webhooks_event_order_refunded,
      'store_order.paid': m.webhooks_event_store_order_paid,
      'store_order.changed': m.webhooks_event_store_order_changed,
      'store_order.refunded': m.webhooks_event_store_order_refunded,
      'cart.handed_over': m.webhooks_event_cart_handed_over
    }
  },
  {
    title: m.webhooks_group_goods,
    events: {
      'product.price_changed': m.webhooks_event_product_price_changed,
      'product.stock_changed': m.webhooks_event_product_stock_changed,
      'import.done': m.webhooks_event_import_done
    }
  },
  {
    title: m.webhooks_group_people,
    events: {
      'comment.created': m.webhooks_event_comment_created,
      'comment.removed': m.webhooks_event_comment_removed,
      'member.joined': m.webhooks_event_member_joined,
      'member.erased': m.webhooks_event_member_erased,
      'shop.followed': m.webhooks_event_shop_followed,
      'shop.unfollowed': m.webhooks_event_shop_unfollowed
    }
  },
  {
    title: m.webhooks_group_posts,
    events: {
      'post.published': m.webhooks_event_post_published,
      'post.removed': m.webhooks_event_post_removed,
      'post.liked': m.webhooks_event_post_liked,
      'post.unliked': m.webhooks_event_post_unliked,
      'post.reposted': m.webhooks_event_post_reposted,
      'post.unreposted': m.webhooks_event_post_unreposted,
      'post.saved': m.webhooks_event_post_saved,
      'post.unsaved': m.webhooks_event_post_unsaved
    }
  }
]

const NAMES = Object.assign(
  { 'webhook.test': m.webhooks_event_webhook_test },
  ...EVENT_GROUPS.map((g) => g.events)
) as Record<string, () => string>

/** An event's name in the language at hand; one that is not known by its type. */
export const eventName = (type: string): string => NAMES[type]?.() ?? type
