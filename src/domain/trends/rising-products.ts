import { sql } from 'kysely'
import type { Context } from '#context'
import { listProductsByIds } from '#domain/catalog/index.ts'
import type { PictureView } from '#domain/pictures/index.ts'

/** `times` is the last 24 hours against the mean of the seven days before; `days` are the last seven, oldest first. */
export type RisingProduct = {
  handle: string
  title: string
  picture: PictureView | null
  times: number
  days: number[]
}

const INTEREST = ['product_view', 'click', 'cart', 'order'] as const
const LEAST_TODAY = 8 // fewer could be one curious friend
const LEAST_TIMES = 1.3
const DAYS_BEFORE = 7

type Db = Pick<Context, 'db' | 'clock'>
type Risen = { id: string; times: number; days: number[] }

/**
 * Products that draw more looks, taps, carts and orders than on their own usual day, strongest first. One without a
 * week of interest before has no usual day, so nothing is said of it.
 */
export async function risingProducts(ctx: Db, shopId: number, limit = 3): Promise<RisingProduct[]> {
  const risen = [...(await interestByDay(ctx, shopId))]
    .map(([id, days]) => measure(id, days))
    .filter((one) => one !== undefined)
    .sort((a, b) => b.times - a.times || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
  const cards = await listProductsByIds(ctx, shopId, risen.map(({ id }) => id)) // prettier-ignore
  const measured = new Map(risen.map((one) => [one.id, one]))
  return cards.map(({ id, handle, title, picture }) => {
    const { times, days } = measured.get(id)!
    return { handle, title, picture, times, days }
  })
}

/** Interest of each product in the last 24 hours (index 0) and in each of the seven days before. */
async function interestByDay({ db, clock }: Db, shopId: number): Promise<Map<string, number[]>> {
  const now = clock.now()
  const { rows } = await sql<{ id: string; ago: number; n: number }>`
    select key as id, floor(extract(epoch from (${now}::timestamptz - hour)) / 86400)::int as ago,
      sum(quantity)::int as n
    from rollup_hours
    where shop_id = ${shopId} and dimension = 'product' and kind = any(${[...INTEREST]})
      and hour > ${new Date(now.getTime() - (DAYS_BEFORE + 1) * 86_400_000)} and hour <= ${now}
    group by 1, 2`.execute(db)
  const byProduct = new Map<string, number[]>()
  for (const { id, ago, n } of rows) {
    const days = byProduct.get(id) ?? Array<number>(DAYS_BEFORE + 1).fill(0)
    days[ago] = n
    byProduct.set(id, days)
  }
  return byProduct
}

function measure(id: string, days: number[]): Risen | undefined {
  const [today = 0, ...before] = days
  const usual = before.reduce((a, b) => a + b, 0) / DAYS_BEFORE
  const times = usual > 0 ? today / usual : 0
  if (today < LEAST_TODAY || times < LEAST_TIMES) return undefined
  return { id, times, days: days.slice(0, DAYS_BEFORE).reverse() }
}
