import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listCampaigns } from '#domain/campaigns/index.ts'
import { listProducts, listStudioProducts } from '#domain/catalog/index.ts'
import { listContacts } from '#domain/contacts/index.ts'
import { listComments } from '#domain/discussions/index.ts'
import { listProblems } from '#domain/feeds/index.ts'
import { listLinks } from '#domain/links/index.ts'
import { listMembers } from '#domain/members/index.ts'
import { listOrders } from '#domain/orders/index.ts'
import { listPastOrders } from '#domain/past-orders/index.ts'
import { listFeed, listPosts } from '#domain/posts/index.ts'
import { listDeliveries } from '#domain/webhooks/index.ts'
import { encodeCursor } from '#platform/cursor.ts'
import { world } from './world.ts'

const ID = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'
const STAMPS = [
  '2026-02-31 00:00:00+00',
  '0000-01-01 00:00:00+00',
  '2026-01-01 99:99:99+00',
  '2026-01-01 00:00:00+99:99'
]
const part = fc.oneof(
  fc.constantFrom<string | number | boolean>(
    ...STAMPS,
    ID,
    true,
    'a\u0000',
    '\ud800',
    '',
    '2026-01-01 10:00:00.123456+00'
  ),
  fc.constantFrom(0, -1, 1e300, Number.MAX_SAFE_INTEGER, 1.5, Date.UTC(9999, 0)),
  fc.string()
)
const cursors = fc.oneof(
  fc.array(part, { minLength: 1, maxLength: 3 }).map(encodeCursor),
  fc.string(),
  fc.base64String()
)

test('whatever is put in the address of a page of a list, the list answers', async () => {
  const { ctx, shopId } = await world()
  const lists: ((cursor: string) => Promise<unknown>)[] = [
    (cursor) => listCampaigns(ctx, shopId, { cursor }),
    (after) => listContacts(ctx, shopId, { after }),
    (cursor) => listComments(ctx, shopId, ID, { cursor }),
    (cursor) => listProblems(ctx, shopId, ID, { cursor }),
    (cursor) => listLinks(ctx, shopId, { cursor }),
    (after) => listMembers(ctx, shopId, { after }),
    (cursor) => listOrders(ctx, shopId, { cursor }),
    (cursor) => listPastOrders(ctx, shopId, ID, { cursor }),
    (cursor) => listFeed(ctx, shopId, { cursor }),
    (cursor) => listPosts(ctx, shopId, { cursor }),
    (cursor) => listProducts(ctx, shopId, { cursor }),
    (cursor) => listStudioProducts(ctx, shopId, { cursor }),
    (cursor) => listDeliveries(ctx, shopId, ID, { cursor })
  ]
  await fc.assert(
    fc.asyncProperty(cursors, async (cursor) => {
      const answers = await Promise.all(lists.map((list) => list(cursor)))
      expect(answers).toHaveLength(lists.length)
    }),
    { numRuns: 300 }
  )
  for (const stamp of STAMPS) await listStudioProducts(ctx, shopId, { cursor: encodeCursor([stamp, ID]) })
})
