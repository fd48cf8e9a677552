import { z } from '@hono/zod-openapi'
import { ROLES } from '#domain/accounts/index.ts'
import { memberCard, myAccount, setAvatar, updateProfile } from '#domain/members/index.ts'
import { listOrdersOfMember } from '#domain/orders/index.ts'
import { listPostsKeptBy } from '#domain/search/index.ts'
import { LOCALES } from '#domain/shops/index.ts'
import { done, refused } from '#platform/outcome.ts'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { openApp } from '../app.ts'
import { moment } from '../fields.ts'
import { operation } from '../operation.ts'
import { FoundPost, Picture } from './common.schema.ts'
import { OrderListed } from './orders.schema.ts'

/** A member's own page: who they are here, what they ordered, what they keep. */
export const me = openApp()

const permission = 'own.account'
const SHOWN = 50
const Me = z
  .object({
    id: z.uuid(),
    name: z.string(),
    handle: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    locale: z.string().nullable(),
    joinedAt: moment,
    avatar: Picture.nullable()
  })
  .openapi('Me')

async function whole(ctx: Context, actor: Actor) {
  const memberId = actor.memberId ?? ''
  const [account, card] = await Promise.all([myAccount(ctx, actor), memberCard(ctx, actor.shopId, memberId)])
  return account && card ? done({ ...account, ...card }) : refused('member_not_found')
}

operation(
  me,
  {
    name: 'getMe',
    method: 'get',
    path: '/',
    permission,
    summary: 'Who you are here',
    answer: Me,
    watches: 'member'
  },
  async ({ ctx, actor }) => whole(ctx, actor)
)

operation(
  me,
  {
    ...{
      name: 'changeMe',
      method: 'put',
      path: '/',
      permission,
      summary: 'Change your name, handle or language'
    },
    body: z.strictObject({ name: z.string(), handle: z.string(), locale: z.enum(LOCALES).nullable() }),
    example: { name: 'Ada', handle: 'ada', locale: 'nb' },
    ...{ answer: Me, refusals: ['handle_taken', 'member_not_found'], watches: 'member' }
  },
  async ({ ctx, actor, body }) => {
    const saved = await updateProfile(ctx, actor, body)
    return saved.ok ? whole(ctx, actor) : saved
  }
)

operation(
  me,
  {
    ...{
      name: 'setAvatar',
      method: 'put',
      path: '/avatar',
      permission,
      summary: 'Show a picture, or with null none'
    },
    body: z.strictObject({ pictureId: z.uuid().nullable() }),
    ...{ example: { pictureId: null }, answer: Me, refusals: ['picture_not_found'], watches: 'member' }
  },
  async ({ ctx, actor, body }) => {
    const set = await setAvatar(ctx, actor, body.pictureId)
    return set.ok ? whole(ctx, actor) : set
  }
)

const orders = z.array(OrderListed.extend({ token: z.string() }))

operation(
  me,
  {
    ...{ name: 'listMyOrders', method: 'get', path: '/orders', permission },
    ...{ summary: 'Your last 50 orders, newest first', answer: z.object({ orders }) }
  },
  async ({ ctx, actor, shop }) =>
    done({ orders: await listOrdersOfMember(ctx, shop.id, actor.memberId ?? '') })
)

for (const [name, path, kind, summary] of [
  ['listMySaves', '/saves', 'save', 'Posts you saved'],
  ['listMyReposts', '/reposts', 'repost', 'Posts you reposted']
] as const) {
  operation(
    me,
    { name, method: 'get', path, permission, summary, answer: z.object({ posts: z.array(FoundPost) }) },
    async ({ ctx, actor, shop }) => {
      const mine = { memberId: actor.memberId ?? '', kind }
      return done({ posts: await listPostsKeptBy(ctx, shop.id, mine, SHOWN) })
    }
  )
}
