import { memberCard, myAccount } from '#domain/members/index.ts'
import { listOrdersOfMember } from '#domain/orders/index.ts'
import { listPostsKeptBy } from '#domain/search/index.ts'
import type { PageServerLoad } from './$types'

const SHOWN = 12

export const load: PageServerLoad = async ({ locals: { ctx, shop, actor } }) => {
  const memberId = actor.memberId ?? ''
  const [account, card, orders, saved, reposts] = await Promise.all([
    myAccount(ctx, actor),
    memberCard(ctx, shop.id, memberId),
    listOrdersOfMember(ctx, shop.id, memberId),
    listPostsKeptBy(ctx, shop.id, { memberId, kind: 'save' }, SHOWN),
    listPostsKeptBy(ctx, shop.id, { memberId, kind: 'repost' }, SHOWN)
  ])
  return { since: account!.joinedAt, card: card!, orders, saved, reposts }
}
