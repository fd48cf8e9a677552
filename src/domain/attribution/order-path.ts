import { sql } from 'kysely'
import type { Context } from '#context'

/** One step on the way from a post to an order. */
export type PathStep = {
  kind: 'link' | 'tap' | 'cart' | 'checkout' | 'hand_over' | 'order'
  at: Date
  network: string | null
  post: { id: string; slug: string; title: string } | null
  link: { code: string; label: string } | null
  /** Whether this touch was given the sale, by last touch. */
  credited: boolean
}

export type OrderPath = { steps: PathStep[]; credited: PathStep | null }

const NOWHERE = { network: null, post: null, link: null, credited: false }

/**
 * The path of one order back to its post: what was followed or tapped, then cart, checkout and order, in time. Of an
 * order in a store elsewhere also when its cart was handed over; none for one that came by no hand-over.
 */
export async function orderPath(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  orderId: string
): Promise<OrderPath> {
  const order = (await findOrder(ctx, shopId, orderId)) ?? (await findStoreOrder(ctx, shopId, orderId))
  if (!order) return { steps: [], credited: null }
  const [touches, stages] = await Promise.all([
    listTouches(ctx, shopId, orderId, order),
    listStages(ctx, shopId, order.cart_id)
  ])
  const step = (kind: PathStep['kind'], at: Date | null): PathStep[] => (at ? [{ ...NOWHERE, kind, at }] : [])
  const ends = [...step('hand_over', order.handed_at), ...step('order', order.placed_at)]
  const steps = [...touches, ...stages, ...ends].sort((a, b) => a.at.getTime() - b.at.getTime())
  return { steps, credited: touches.find((step) => step.credited) ?? null }
}

type Walked = { cart_id: string; click_id: string | null; handed_at: Date | null; placed_at: Date | null }

const findOrder = (
  { db }: Pick<Context, 'db'>,
  shopId: number,
  orderId: string
): Promise<Walked | undefined> =>
  db
    .selectFrom('orders')
    .select(['cart_id', 'click_id', 'placed_at'])
    .select(sql<null>`null`.as('handed_at'))
    .where('shop_id', '=', shopId)
    .where('id', '=', orderId)
    .executeTakeFirst()

const findStoreOrder = (
  { db }: Pick<Context, 'db'>,
  shopId: number,
  orderId: string
): Promise<Walked | undefined> =>
  db
    .selectFrom('store_orders as o')
    .innerJoin('hand_overs as h', (j) =>
      j.onRef('h.shop_id', '=', 'o.shop_id').onRef('h.id', '=', 'o.hand_over_id')
    )
    .select(['h.cart_id', 'h.click_id', 'h.handed_at', 'o.placed_at'])
    .where('o.shop_id', '=', shopId)
    .where('o.id', '=', orderId)
    .executeTakeFirst()

async function listTouches(
  { db }: Pick<Context, 'db'>,
  shopId: number,
  orderId: string,
  order: { cart_id: string; click_id: string | null }
): Promise<PathStep[]> {
  const rows = await db
    .selectFrom('touches as t')
    .leftJoin('posts as p', (j) => j.onRef('p.shop_id', '=', 't.shop_id').onRef('p.id', '=', 't.post_id'))
    .leftJoin('links as l', (j) => j.onRef('l.shop_id', '=', 't.shop_id').onRef('l.code', '=', 't.link_code'))
    .leftJoin('order_credits as c', (j) =>
      j
        .onRef('c.shop_id', '=', 't.shop_id')
        .onRef('c.click_id', '=', 't.click_id')
        .on('c.order_id', '=', orderId)
        .on('c.model', '=', 'last_touch')
    )
    .select([
      't.kind',
      't.touched_at',
      't.network',
      'p.id',
      'p.slug',
      'p.title',
      'l.code',
      'l.label',
      'c.credit'
    ])
    .where('t.shop_id', '=', shopId)
    .where((eb) =>
      eb.or([
        eb('t.click_id', '=', order.click_id ?? ''),
        eb(
          't.click_id',
          'in',
          eb
            .selectFrom('cart_touches as ct')
            .select('ct.click_id')
            .where('ct.shop_id', '=', shopId)
            .where('ct.cart_id', '=', order.cart_id)
        )
      ])
    )
    .orderBy('t.touched_at')
    .execute()
  return rows.map(({ kind, touched_at, network, id, slug, title, code, label, credit }) => ({
    kind: kind as 'link' | 'tap',
    at: touched_at,
    network,
    post: id === null ? null : { id, slug: slug ?? '', title: title ?? '' },
    link: code === null || kind !== 'link' ? null : { code, label: label ?? '' },
    credited: credit !== null
  }))
}

/** The first time the cart was filled and the first time its checkout was opened, as the ledger has them. */
async function listStages({ db }: Pick<Context, 'db'>, shopId: number, cartId: string): Promise<PathStep[]> {
  const rows = await db
    .selectFrom('ledger')
    .select((eb) => ['kind', eb.fn.min('occurred_at').as('at')])
    .where('shop_id', '=', shopId)
    .where('subject_id', '=', cartId)
    .where('kind', 'in', ['cart', 'checkout'])
    .groupBy('kind')
    .execute()
  return rows.map(({ kind, at }) => ({ ...NOWHERE, kind: kind as 'cart' | 'checkout', at }))
}
