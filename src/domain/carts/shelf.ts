import { sql } from 'kysely'
import type { Context } from '#context'
import { pictureView, type PictureRow, type PictureView } from '#domain/pictures/index.ts'
import { isOurs, isToBeHad, readGoodsOfProducts, sellsFreely, type Goods } from './goods.ts'

/** One of the variants a line may still become. */
export type Choice = { variantId: string; label: string; price: number; available: boolean }

/** What a page shows beside a line: its picture, how many are to be had, until when some are held, what to choose. */
export type Shelf = {
  picture: PictureView | null
  /** How many this cart could have, its own held ones included; null is as many as anyone likes. */
  available: number | null
  held: number
  heldUntil: Date | null
  choices: Choice[]
}

type Row = {
  variantId: string
  free: number
  held: number
  heldUntil: Date | null
  picture: PictureRow | null
}

/** The shelf behind each line; `cartId` is whose holds count as its own. Two statements, however many lines. */
export async function readShelf(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  lines: readonly (Goods & { choiceOpen?: boolean })[],
  cartId: string | null
): Promise<Map<string, Shelf>> {
  const rows = await readRows(ctx, shopId, lines, cartId)
  const open = lines.filter((line) => line.choiceOpen).map(({ productId }) => productId)
  const siblings = open.length ? await readGoodsOfProducts(ctx.db, shopId, open) : []
  return new Map(
    lines.map((line) => {
      const row = rows.get(line.variantId)
      const choices = line.choiceOpen ? siblings.filter((s) => s.live && s.productId === line.productId) : []
      const shelf: Shelf = {
        picture: row?.picture ? pictureView(shopId, row.picture) : null,
        available: availableOf(line, row),
        held: row?.held ?? 0,
        heldUntil: row?.heldUntil ? new Date(row.heldUntil) : null,
        choices: choices.map((c) => ({
          variantId: c.variantId,
          label: c.optionValues.join(', '),
          price: c.price,
          available: isToBeHad(c)
        }))
      }
      return [line.variantId, shelf]
    })
  )
}

function availableOf(line: Goods, row: Row | undefined): number | null {
  if (sellsFreely(line)) return null
  return isOurs(line) ? Math.max(0, (row?.free ?? 0) + (row?.held ?? 0)) : 0
}

async function readRows(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  lines: readonly Goods[],
  cartId: string | null
): Promise<Map<string, Row>> {
  if (lines.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select g.variant_id as "variantId",
      (select coalesce(sum(s.on_hand - s.reserved), 0)::int from stock s
        where s.shop_id = ${shopId} and s.variant_id = g.variant_id) as free,
      coalesce(r.held, 0)::int as held, r.held_until as "heldUntil", to_jsonb(pic) as picture
    from unnest(${lines.map((l) => l.variantId)}::uuid[], ${lines.map((l) => l.pictureId)}::uuid[])
      as g (variant_id, picture_id)
    left join lateral (select sum(quantity) as held, min(expires_at) as held_until from reservations
      where shop_id = ${shopId} and cart_id = ${cartId} and variant_id = g.variant_id) r on true
    left join lateral (select id, width, height, renditions, focal_x, focal_y, placeholder, alt from pictures
      where shop_id = ${shopId} and id = g.picture_id and state <> 'refused') pic on true`.execute(ctx.db)
  return new Map(rows.map((row) => [row.variantId, row]))
}
