import { z } from 'zod'
import type { Kind } from '#domain/ledger/index.ts'
import { event, from, member, source, sourceOf } from './describe.ts'
import { figure, id, when } from './fields.ts'
import type { LedgerRow } from './ledger-row.ts'
import { storeOrders } from './store-events.ts'

const orderOf = (row: LedgerRow) => `order:${row.subjectId}`

const orders = {
  'order.paid': event({
    kind: 'order',
    says: 'The money of an order is ours. `total` is what the buyer paid, `net` what the goods earn: less discount, VAT and delivery.',
    data: z.object({
      orderId: id,
      total: figure,
      net: figure,
      currency: z.string(),
      memberId: id.nullable(),
      ...source
    }),
    read: (row, currency) => ({
      ...{ orderId: row.subjectId!, total: Number(from(row, 'total')), net: row.amount ?? 0, currency },
      ...{ memberId: member(row), ...sourceOf(row) }
    }),
    subject: orderOf
  }),
  'order.sent': event({
    kind: 'fulfilment',
    says: 'Pieces of an order were sent or handed over; once for each parcel.',
    data: z.object({ orderId: id }),
    read: (row) => ({ orderId: row.subjectId! }),
    subject: orderOf
  }),
  'order.pieces_cancelled': event({
    kind: 'pieces_cancelled',
    says: 'Pieces of an order will never be sent. `total` is what the buyer no longer owes or gets back for them.',
    data: z.object({ orderId: id, pieces: z.int(), total: figure, currency: z.string() }),
    read: (row, currency) => ({
      ...{ orderId: row.subjectId!, pieces: Number(from(row, 'pieces')) },
      ...{ total: Number(from(row, 'total')), currency }
    }),
    subject: orderOf
  }),
  'order.cancelled': event({
    kind: 'order_cancelled',
    says: 'An order was called off as a whole.',
    data: z.object({ orderId: id }),
    read: (row) => ({ orderId: row.subjectId! }),
    subject: orderOf
  }),
  'order.refunded': event({
    kind: 'refund',
    says: 'Money went back to the buyer. `total` is how much, `net` what the goods no longer earn.',
    data: z.object({ orderId: id, total: figure, net: figure, currency: z.string() }),
    read: (row, currency) => ({
      ...{ orderId: row.subjectId!, total: Number(from(row, 'total')) },
      ...{ net: -(row.amount ?? 0), currency }
    }),
    subject: orderOf
  })
}

const carts = {
  'cart.handed_over': event({
    kind: 'hand_over',
    says: 'Goods of a cart went to a store elsewhere, to be bought there. Pressed twice, it is told once.',
    data: z.object({ handOverId: id, storeId: id, cartId: id, memberId: id.nullable(), ...source }),
    read: (row) => ({
      ...{ handOverId: String(from(row, 'handOverId')), storeId: String(from(row, 'storeId')) },
      ...{ cartId: row.subjectId!, memberId: member(row), ...sourceOf(row) }
    }),
    subject: (row) => `cart:${row.subjectId}`
  })
}

const post = z.object({ postId: id, campaignId: id.nullable() })
const postEvent = (kind: Kind, says: string) =>
  event({
    ...{ kind, says, data: post },
    read: (row) => ({ postId: row.subjectId!, campaignId: row.campaignId }),
    subject: (row) => `post:${row.subjectId}`
  })

const reaction = z.object({ postId: id, memberId: id.nullable() })
/** In line by member and post: a much liked post must not make its likes wait for one another. */
const reactionEvent = (kind: Kind, says: string) =>
  event({
    ...{ kind, says, data: reaction },
    read: (row) => ({ postId: row.subjectId!, memberId: member(row) }),
    subject: (row) => `post:${row.subjectId}:${row.actor}`
  })

const comment = z.object({ commentId: id, postId: id })
const commentEvent = (kind: Kind, says: string) =>
  event({
    ...{ kind, says, data: comment },
    read: (row) => ({ commentId: String(from(row, 'commentId')), postId: row.subjectId! }),
    subject: (row) => `comment:${String(from(row, 'commentId'))}`
  })

const memberEvent = (kind: Kind, says: string) =>
  event({
    ...{ kind, says, data: z.object({ memberId: id.nullable() }) },
    read: (row) => ({ memberId: member(row) }),
    subject: (row) => `member:${row.actor}`
  })

/** Everything that is told to machines, by the name they know it by. Names and fields are a promise: they only grow. */
export const CATALOGUE = {
  ...orders,
  ...storeOrders,
  ...carts,
  'post.published': postEvent('post_published', 'A post went out on the square.'),
  'post.removed': postEvent('post_removed', 'A post was taken down.'),
  'post.liked': reactionEvent('like', 'A member likes a post.'),
  'post.unliked': reactionEvent('unlike', 'A member took a like back.'),
  'post.reposted': reactionEvent('repost', 'A member reposted a post.'),
  'post.unreposted': reactionEvent('unrepost', 'A member took a repost back.'),
  'post.saved': reactionEvent('save', 'A member saved a post for later.'),
  'post.unsaved': reactionEvent('unsave', 'A member no longer keeps a post.'),
  'comment.created': commentEvent('comment', 'A comment can be read under a post, new or shown again.'),
  'comment.removed': commentEvent('comment_deleted', 'A comment can no longer be read: deleted or hidden.'),
  'member.joined': memberEvent('member_joined', 'Somebody became a member.'),
  'member.erased': event({
    kind: 'member_erased',
    says: 'A member was erased: nothing here carries this id any more. Forget them where you are, too.',
    data: z.object({ memberId: id }),
    read: (row) => ({ memberId: row.subjectId! }),
    subject: (row) => `member:${row.subjectId}`
  }),
  'shop.followed': memberEvent('follow', 'A member follows the shop.'),
  'shop.unfollowed': memberEvent('unfollow', 'A member follows the shop no longer.'),
  'product.price_changed': event({
    kind: 'price',
    says: 'A variant has another price. `from` is null for a new variant.',
    data: z.object({
      productId: id,
      variantId: id,
      from: figure.nullable(),
      to: figure,
      currency: z.string()
    }),
    read: (row, currency) => ({
      ...{ productId: row.subjectId!, variantId: String(from(row, 'variantId')) },
      ...{ from: from(row, 'from') as number | null, to: Number(from(row, 'to')), currency }
    }),
    subject: (row) => `variant:${String(from(row, 'variantId'))}`
  }),
  'product.stock_changed': event({
    kind: 'stock',
    says: 'Pieces of a variant were counted, received, returned, damaged or imported. What orders take is not told here.',
    data: z.object({ productId: id, variantId: id, change: z.int(), reason: z.string() }),
    read: (row) => ({
      ...{ productId: row.subjectId!, variantId: String(from(row, 'variantId')) },
      ...{ change: row.quantity, reason: String(from(row, 'reason')) }
    }),
    subject: (row) => `variant:${String(from(row, 'variantId'))}`
  }),
  'import.done': event({
    kind: 'import',
    says: 'An import came to its end. `read` is where the API tells how it went.',
    data: z.object({ importId: id, created: z.int(), updated: z.int(), skipped: z.int(), read: z.string() }),
    read: (row) => ({
      ...{ importId: row.subjectId!, created: Number(from(row, 'created')) },
      ...{ updated: Number(from(row, 'updated')), skipped: Number(from(row, 'skipped')) },
      read: `/api/v1/imports/${row.subjectId}`
    }),
    subject: (row) => `import:${row.subjectId}`
  })
} as const

export type EventType = keyof typeof CATALOGUE
export const EVENT_TYPES = Object.keys(CATALOGUE) as EventType[]

/** What a test event is called; nobody can subscribe to it, it goes where it is asked for. */
export const TEST_TYPE = 'webhook.test'

/** The body of a webhook, by Standard Webhooks. */
const envelope = <T extends string, D extends z.ZodObject>(type: T, data: D) =>
  z.object({ type: z.literal(type), timestamp: when, data })

export const envelopeOf = (type: EventType) => envelope(type, CATALOGUE[type].data)

/** Everything that may be sent, the test included: what it says and the schema of its body. */
export const whatIsSent = (): { type: string; says: string; schema: z.ZodObject }[] => [
  ...EVENT_TYPES.map((type) => ({ type, says: CATALOGUE[type].says, schema: envelopeOf(type) })),
  {
    type: TEST_TYPE,
    says: 'A test that an owner asked for.',
    schema: envelope(TEST_TYPE, z.object({ webhookId: id }))
  }
]
