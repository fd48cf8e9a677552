import { sql } from 'kysely'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '#domain/accounts/index.ts'
import { addComment, deleteComment } from '#domain/discussions/index.ts'
import { takeIn } from '#domain/intake/index.ts'
import { rebuild } from '#domain/ledger/index.ts'
import { projections } from '#domain/projections.ts'
import { followShop, react, unfollowShop, unreact } from '#domain/reactions/index.ts'
import { BROWSER } from '#test/api.ts'
import { must } from '#test/factories/posts.ts'
import { world, type World } from '#test/world.ts'
import { eraseMember, runErasure } from '../index.ts'

type Place = { postId: string; variantId: string }

/** What a member may do, by name. */
const DEEDS = {
  like: ({ ctx }: World, actor: Actor, { postId }: Place) => react(ctx, actor, { postId, kind: 'like' }),
  unlike: ({ ctx }: World, actor: Actor, { postId }: Place) => unreact(ctx, actor, { postId, kind: 'like' }),
  follow: ({ ctx }: World, actor: Actor) => followShop(ctx, actor),
  unfollow: ({ ctx }: World, actor: Actor) => unfollowShop(ctx, actor),
  say: ({ ctx }: World, actor: Actor, { postId }: Place) =>
    addComment(ctx, actor, { postId, words: `Word ${ctx.ids.code(6)}` }),
  unsay: async ({ ctx }: World, actor: Actor, { postId }: Place) => {
    const said = await must(addComment(ctx, actor, { postId, words: `Word ${ctx.ids.code(6)}` })).catch(
      () => ''
    )
    if (said) await must(deleteComment(ctx, actor, said))
  },
  see: ({ ctx, clock, shopId }: World, actor: Actor, { postId }: Place) => {
    const at = clock.now().getTime()
    const reporter = { shopId, actor: actor.memberId, staff: false, userAgent: BROWSER, network: null }
    return takeIn(ctx, reporter, [
      { kind: 'view', subject: 'post', id: postId, at },
      { kind: 'click', to: 'buy', subject: 'post', id: postId, at }
    ])
  },
  buy: ({ given }: World, actor: Actor, { variantId }: Place) => given.order([{ variantId }], { actor })
}

/** All that is counted: projections, different visitors a day, sums of orders; and how many rows the ledger has. */
async function figures({ ctx, shopId }: World) {
  const all = async (query: string) =>
    (await sql.raw<object>(query.replace('SHOP', `shop_id = ${shopId}`)).execute(ctx.db)).rows
  return Promise.all([
    all('select * from post_counts where SHOP order by post_id'),
    all('select * from rollup_hours where SHOP order by dimension, key, kind, network, hour'),
    all(`select occurred_at::date, post_id, count(distinct actor) from ledger where SHOP and kind = 'click' group by 1, 2 order by 1, 2`), // prettier-ignore
    all(`select count(*), sum(amount), sum(quantity) from ledger where SHOP and kind <> 'member_erased'`),
    all('select count(*), sum(total), sum(tax), sum(net) from orders where SHOP')
  ])
}

test('whatever people did, erasing one of them changes no count and no sum, now or rebuilt', async () => {
  const deed = fc.record({
    who: fc.nat(2),
    what: fc.constantFrom(...(Object.keys(DEEDS) as (keyof typeof DEEDS)[])),
    hours: fc.nat(30)
  })
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 14 }), fc.nat(2), async (deeds, one) => {
      const w = await world()
      const people = [await w.given.member(), await w.given.member(), await w.given.member()]
      const place = {
        postId: await w.given.post(),
        variantId: (await w.given.product({ stock: 50 })).variantId
      }
      for (const { who, what, hours } of deeds) {
        w.clock.advance(hours * 3_600_000)
        await DEEDS[what](w, people[who]!, place)
      }
      await w.settle()
      const before = await figures(w)
      const { erasureId } = await must(eraseMember(w.ctx, people[one]!, people[one]!.memberId!))
      await runErasure(w.ctx, w.shopId, erasureId)
      await w.settle()
      expect(await figures(w)).toEqual(before)
      for (const projection of projections) await rebuild(w.ctx, w.shopId, projection)
      expect(await figures(w)).toEqual(before)
      expect((await w.ledger()).map(({ actor }) => actor)).not.toContain(people[one]!.memberId)
    }),
    { numRuns: 10 }
  )
})
