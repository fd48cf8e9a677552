import type { Context } from '#context'

/** One step on the way from a post to an order. */
export type PathStep = {
  kind: 'link' | 'tap' | 'cart' | 'checkout' | 'order'
  at: Date
  network: string | null
  post: { id: string; slug: string; title: string } | null
  link: { code: string; label: string } | null
  /** Whether this touch was given the sale, by last touch. */
  credited: boolean
}

export type OrderPath = { steps: PathStep[]; credited: PathStep | null }

const NOWHERE = { network: null, post: null, link: null, credited: false }

/** The path of one order back to its post: what was followed or tapped, then cart, checkout and order, in time. */
export async function orderPath(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  orderId: string
): Promise<OrderPath> {
  const order = await ctx.db
    .selectFrom('orders')
    .select(['cart_id', 'click_id', 'placed_at'])
    .where('shop_id', '=', shopId)
    .where('id', '=', orderId)
    .executeTakeFirst()
  if (!order) return { steps: [], credited: null }
  const [touches, stages] = await Promise.all([
    listTouches(ctx, shopId, orderId, order),
    listStages(ctx, shopId, order.cart_id)
  ])
  const placed = order.placed_at
    ? [{ ...NOWHERE, kind: 'order', at: order.placed_at } satisfies PathStep]
    : []
  const steps = [...touches, ...stages, ...placed].sort((a, b) => a.at.getTime() - b.at.getTime())
  return { steps, credited: touches.find((step) => step.credited) ?? null }
}

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
