import { expect, test } from 'vitest'
import type { Actor } from '#domain/accounts/index.ts'
import { createCoupon } from '#domain/coupons/index.ts'
import { refused } from '#platform/outcome.ts'
import { BROWSER } from '#test/api.ts'
import { world, type World } from '#test/world.ts'
import { createLink, findLink, followLink, listLinks, setLinkDisabled, shareLinkFor } from './index.ts'

const PERSON = { userAgent: BROWSER, lookingAhead: false }

async function linkTo(w: World, input: Partial<Parameters<typeof createLink>[2]>) {
  const made = await createLink(w.ctx, await w.given.owner(), { target: { path: '/' }, ...input })
  if (!made.ok) throw new Error(made.refusal)
  return made.value.code
}

const touches = ({ ctx, shopId }: World) =>
  ctx.db.selectFrom('touches').selectAll().where('shop_id', '=', shopId).execute()

test('a followed link leads to its post, counts one click an hour, and leaves a new touch each time', async () => {
  const w = await world()
  const campaignId = await w.given.campaignRow()
  const postId = await w.given.publishedPost({ campaignId })
  const code = await linkTo(w, { target: { postId }, network: 'instagram', label: 'Bio' })
  const guest = w.given.guest()
  const ways = [
    await followLink(w.ctx, guest, code.toUpperCase(), PERSON),
    await followLink(w.ctx, guest, code, PERSON)
  ]
  for (const way of ways) {
    expect(way.ok && way.value.path).toBe(`/p/${postId}?tclid=${way.ok && way.value.clickId}`)
  }
  const source = { post_id: postId, link_code: code, campaign_id: campaignId, network: 'instagram' }
  expect(await w.ledger()).toMatchObject([{ kind: 'click', subject_kind: 'link', ...source }])
  expect(await touches(w)).toMatchObject([source, source])
  await w.settle()
  expect(await findLink(w.ctx, w.shopId, code)).toMatchObject({ clicks: 1, orders: 0, state: 'open' })
})

test('bots, staff, prefetches and HEAD requests are led on and leave nothing', async () => {
  const w = await world()
  const code = await linkTo(w, { target: { path: '/products/mug#buy' } })
  const visits: [Actor, typeof PERSON][] = [
    [w.given.guest(), { userAgent: 'facebookexternalhit/1.1', lookingAhead: false }],
    [w.given.guest(), { ...PERSON, lookingAhead: true }],
    [await w.given.owner(), PERSON]
  ]
  for (const [actor, visit] of visits) {
    const followed = await followLink(w.ctx, actor, code, visit)
    expect(followed).toEqual({ ok: true, value: { path: '/products/mug#buy', clickId: null } })
  }
  expect([await w.ledger(), await touches(w)]).toEqual([[], []])
})

test('a member has one own link to a post; visits count once per visitor, the sharer’s own never', async () => {
  const w = await world()
  const postId = await w.given.publishedPost()
  const ana = await w.given.member()
  const [first, second] = await Promise.all([1, 2].map(() => shareLinkFor(w.ctx, ana, { postId })))
  expect(first).toMatch(/^\/l\/[a-z0-9]{8}$/)
  expect(second).toBe(first)
  const code = first!.slice(3)
  const [bo, cy] = [w.given.guest(), w.given.guest()]
  for (const visitor of [bo, bo, cy, ana]) await followLink(w.ctx, visitor, code, PERSON)
  w.clock.advance(7_200_000)
  await followLink(w.ctx, bo, code, PERSON)
  const visits = (await w.ledger()).filter((row) => row.kind === 'share_visit')
  expect(visits.map((row) => row.actor)).toEqual([bo.visitor, cy.visitor])
  expect(visits[0]).toMatchObject({ post_id: postId, subject_kind: 'member', subject_id: ana.memberId })
})

test('who has no account, and what is not to be seen, gets no own link', async () => {
  const w = await world()
  const postId = await w.given.publishedPost()
  const foreign = await (await world()).given.publishedPost()
  expect(await shareLinkFor(w.ctx, w.given.guest(), { postId })).toBeUndefined()
  expect(await shareLinkFor(w.ctx, await w.given.member(), { postId: foreign })).toBeUndefined()
})

test('disabled, expired and emptied links are gone, unknown ones were never there', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const postId = await w.given.publishedPost()
  const toPost = await linkTo(w, { target: { postId } })
  const brief = await linkTo(w, { expiresAt: new Date(w.clock.now().getTime() + 60_000) })
  const follow = async (code: string) => {
    const followed = await followLink(w.ctx, w.given.guest(), code, PERSON)
    return followed.ok ? 'ok' : followed.refusal
  }
  expect([await follow(toPost), await follow(brief), await follow('nothing')]).toEqual([
    'ok',
    'ok',
    'link_not_found'
  ])
  w.clock.advance(60_000)
  expect(await follow(brief)).toBe('link_gone')
  await setLinkDisabled(w.ctx, owner, { code: toPost, disabled: true })
  expect(await follow(toPost)).toBe('link_gone')
  await setLinkDisabled(w.ctx, owner, { code: toPost, disabled: false })
  await w.ctx.db.updateTable('posts').set({ state: 'removed' }).where('id', '=', postId).execute()
  expect(await follow(toPost)).toBe('link_gone')
  const foreign = await world()
  expect(
    await setLinkDisabled(foreign.ctx, await foreign.given.owner(), { code: toPost, disabled: true })
  ).toMatchObject({ ok: false, refusal: 'link_not_found' })
})

test('a wished code is taken once, even when two ask together', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const wish = { target: { path: '/' }, code: 'Summer-26' }
  const made = await Promise.all([createLink(w.ctx, owner, wish), createLink(w.ctx, owner, wish)])
  expect(made.map((one) => (one.ok ? one.value.code : one.refusal)).sort()).toEqual([
    'code_taken',
    'summer-26'
  ])
})

test.each([
  ['invalid', { target: { path: '//evil.example' } }],
  ['invalid', { target: { path: '/' }, code: 'a' }],
  ['invalid', { target: { path: '/' }, code: '../x' }],
  ['invalid', { target: { items: [{ sku: 'X', quantity: -1 }] } }],
  ['sku_unknown', { target: { items: [{ sku: 'NONE', quantity: 1 }] } }],
  ['post_not_found', { target: { postId: '0197f6a0-0000-7000-8000-000000000001' } }],
  ['product_not_found', { target: { productId: '0197f6a0-0000-7000-8000-000000000001' } }],
  ['campaign_not_found', { target: { path: '/' }, campaignId: '0197f6a0-0000-7000-8000-000000000001' }],
  ['link_over', { target: { path: '/' }, expiresAt: new Date(0) }]
])('refuses as %s: %j', async (refusal, input) => {
  const w = await world()
  expect(await createLink(w.ctx, await w.given.owner(), input)).toMatchObject({ ok: false, refusal })
})

test('a link that fills a cart is refused a coupon that is none, and takes one in any case of letters', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const { sku } = await w.given.product()
  const make = (coupon: string) =>
    createLink(w.ctx, owner, { target: { items: [{ sku, quantity: 1 }], coupon } })
  expect(await make('PIER10')).toEqual(refused('coupon_unknown'))
  await createCoupon(w.ctx, owner, { code: 'PIER10', kind: 'percent', value: 10 })
  expect(await make('pier10')).toMatchObject({ ok: true })
})

test('links are listed newest first, page by page, apart from members’ own', async () => {
  const w = await world()
  for (let i = 0; i < 5; i++) {
    await linkTo(w, { label: `n${i}` })
    w.clock.advance(1_000)
  }
  await shareLinkFor(w.ctx, await w.given.member(), { postId: await w.given.publishedPost() })
  const first = await listLinks(w.ctx, w.shopId, { limit: 3 })
  const second = await listLinks(w.ctx, w.shopId, { limit: 3, cursor: first.next })
  expect([...first.links, ...second.links].map((link) => link.label)).toEqual(['n4', 'n3', 'n2', 'n1', 'n0'])
  expect(second.next).toBeNull()
  expect((await listLinks(w.ctx, w.shopId, { shares: true })).links).toHaveLength(1)
})

test('a share link is found again however often it is asked for', async () => {
  const w = await world()
  const ana = await w.given.member()
  const postId = await w.given.publishedPost()
  const links = new Set<string | undefined>()
  // A connection keeps a statement's plan from about the tenth time on.
  for (let i = 0; i < 12; i++) links.add(await shareLinkFor(w.ctx, ana, { postId }))
  expect(links.size).toBe(1)
})
