import fc from 'fast-check'
import { expect, test } from 'vitest'
import { append, project, rebuild, write, type Entry } from '#domain/ledger/index.ts'
import { done } from '#platform/outcome.ts'
import { world, START } from '#test/world.ts'
import { rollupHours } from './rollup-hours.projection.ts'

const ids = ['0197f6a0-0000-7000-8000-000000000001', '0197f6a0-0000-7000-8000-000000000002']
const maybe = <T>(...values: T[]) => fc.constantFrom(null, ...values)

const anyEntry = fc.record({
  kind: fc.constantFrom(
    'view',
    'like',
    'unlike',
    'comment',
    'order',
    'refund',
    'store_order',
    'store_refund',
    'post_published'
  ),
  post: maybe(...ids),
  product: maybe(...ids),
  link: maybe('abc', 'Ünï'),
  campaign: maybe(...ids),
  network: fc.constantFrom('square', 'bluesky'),
  quantity: fc.integer({ min: 1, max: 9 }),
  amount: fc.option(fc.integer({ min: 0, max: 100_000 })),
  minutesAgo: fc.integer({ min: 0, max: 300 })
})

const toEntry = (e: typeof anyEntry extends fc.Arbitrary<infer T> ? T : never): Entry =>
  ({
    kind: e.kind,
    actor: 'v',
    subject: { kind: 'shop', id: null },
    source: {
      postId: e.post,
      productId: e.product,
      linkCode: e.link,
      campaignId: e.campaign,
      network: e.network
    },
    quantity: e.quantity,
    amount: e.amount ?? undefined,
    payload: null,
    occurredAt: new Date(START.getTime() - e.minutesAgo * 60_000)
  }) as Entry

test('rebuilding gives what following gave, and the shop’s sums are the ledger’s', async () => {
  const { ctx, shopId, ledger } = await world()
  const read = () =>
    ctx.db
      .selectFrom('rollup_hours')
      .selectAll()
      .where('shop_id', '=', shopId)
      .orderBy('dimension')
      .orderBy('key')
      .orderBy('kind')
      .orderBy('network')
      .orderBy('hour')
      .execute()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anyEntry, { minLength: 1 }), { maxLength: 4 }), async (batches) => {
      for (const batch of batches) {
        await write(ctx, shopId, async (tx) => done(await append(ctx, tx, shopId, batch.map(toEntry))))
        await project(ctx, shopId, rollupHours)
      }
      const followed = await read()
      await rebuild(ctx, shopId, rollupHours)
      expect(await read()).toEqual(followed)
      const counted = (await ledger()).filter((row) => row.kind !== 'post_published')
      const sum = (rows: { quantity: number; amount: number | null }[]) => [
        rows.reduce((total, row) => total + row.quantity, 0),
        rows.reduce((total, row) => total + (row.amount ?? 0), 0)
      ]
      expect(sum(followed.filter((row) => row.dimension === 'shop'))).toEqual(sum(counted))
      expect(sum(followed.filter((row) => row.dimension === 'post'))).toEqual(
        sum(counted.filter((row) => row.post_id))
      )
    }),
    { numRuns: 25 }
  )
})
