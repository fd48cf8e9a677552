import { SCOPES } from '#domain/accounts/index.ts'
import type { Context } from '#context'
import { makeKey } from '#domain/keys/index.ts'
import { must } from '#test/factories/posts.ts'
import type { Figures } from './figures.ts'
import { load } from './tools/load.ts'
import { openMarket } from './tools/market.ts'
import { onPostgres } from './tools/stand.ts'

const CONNECTIONS = 100
const WARM_SECONDS = 2
const SECONDS = 5

/** The API asked by a hundred programs at once, each by its own key: a list of twelve products with their stock. */
export const api = (): Promise<Figures> =>
  onPostgres(async (stand) => {
    const keys = await stand.inside(async (ctx) => {
      const { shopId } = await openMarket(ctx)
      return makeKeys(ctx, shopId)
    })
    const each = keys.map((key) => ({ authorization: `Bearer ${key}` }))
    return stand.serve(async ({ url }) => {
      const asked = { url: new URL('/api/v1/products?limit=12', url).href, connections: CONNECTIONS, each }
      const answer = await fetch(asked.url, { headers: each[0] })
      const { products } = (await answer.json()) as { products?: object[] }
      if (products?.length !== 12) throw new Error(`the API answered ${answer.status}`)
      await load({ ...asked, seconds: WARM_SECONDS })
      const { requests, perSecond, p50, p99, refused } = await load({ ...asked, seconds: SECONDS })
      if (refused) throw new Error(`${refused} of ${requests} requests were refused`)
      return { perSecond: Math.round(perSecond), p50Ms: p50, p99Ms: p99 }
    })
  })

/** As many keys as connections, so that none meets its limit. */
async function makeKeys(ctx: Context, shopId: number): Promise<string[]> {
  const owner = await ctx.db
    .selectFrom('members')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow()
  const maker = { shopId, role: 'owner' as const, memberId: owner.id, visitor: null }
  const input = { name: 'Bench', scopes: [...SCOPES], days: null }
  const made = Array.from({ length: CONNECTIONS }, () => must(makeKey(ctx, maker, input)))
  return (await Promise.all(made)).map(({ token }) => token)
}
