import { expect, test } from 'vitest'
import { react } from '#domain/reactions/index.ts'
import { must } from '#test/factories/posts.ts'
import { world } from '#test/world.ts'
import {
  archiveCampaign,
  changeCampaign,
  createCampaign,
  findCampaign,
  listCampaigns,
  openCampaigns
} from './index.ts'

test('a campaign keeps its address when its name changes, and sums up its posts', async () => {
  const { ctx, given, settle, shopId } = await world()
  const owner = await given.owner()
  const campaignId = await must(
    createCampaign(ctx, owner, { name: ' Kesä torilla ', hashtag: '#KesäTorilla' })
  )
  const before = await findCampaign(ctx, shopId, campaignId)
  expect(before).toMatchObject({ name: 'Kesä torilla', hashtag: 'KesäTorilla', startsAt: null })
  expect(before?.slug).toMatch(/^kesa-torilla-[a-z0-9]{4}$/)
  const [startsAt, endsAt] = [new Date('2026-07-01'), new Date('2026-08-01')]
  await must(changeCampaign(ctx, owner, { campaignId, name: 'Harbour summer', startsAt, endsAt }))
  await must(react(ctx, await given.member(), { postId: await given.post({ campaignId }), kind: 'like' }))
  await given.post({ campaignId, state: 'draft' })
  await settle()
  const { campaigns } = await listCampaigns(ctx, shopId)
  const change = { name: 'Harbour summer', slug: before?.slug, hashtag: null, startsAt, endsAt }
  expect(campaigns).toMatchObject([{ id: campaignId, ...change, posts: 1, likes: 1, comments: 0 }])
})

test('a campaign that ends before it begins, has no name or a broken hashtag is refused', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const bad = [
    [{ name: '  ' }, 'name'],
    [{ name: 'x'.repeat(81) }, 'name'],
    [{ name: 'Kesä', hashtag: '#two words' }, 'hashtag'],
    [{ name: 'Kesä', hashtag: '123' }, 'hashtag'],
    [{ name: 'Kesä', startsAt: new Date('2026-08-01'), endsAt: new Date('2026-07-01') }, 'endsAt']
  ] as const
  for (const [input, field] of bad) {
    expect(await createCampaign(ctx, owner, input)).toMatchObject({ refusal: 'invalid', detail: { field } })
  }
  expect((await listCampaigns(ctx, shopId)).campaigns).toEqual([])
})

test('a campaign put away is not offered, comes back, and is out of another shop’s reach', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const stranger = await (await world()).given.owner()
  const campaignId = await must(createCampaign(ctx, owner, { name: 'Kesä' }))
  const gone = { refusal: 'campaign_not_found' }
  expect(await archiveCampaign(ctx, stranger, { campaignId, archived: true })).toMatchObject(gone)
  expect(await changeCampaign(ctx, stranger, { campaignId, name: 'Mine' })).toMatchObject(gone)
  await must(archiveCampaign(ctx, owner, { campaignId, archived: true }))
  expect(await openCampaigns(ctx, shopId)).toEqual([])
  expect((await listCampaigns(ctx, shopId, { archived: true })).campaigns).toHaveLength(1)
  await must(archiveCampaign(ctx, owner, { campaignId, archived: false }))
  expect(await openCampaigns(ctx, shopId)).toHaveLength(1)
})

test('campaigns come in pages', async () => {
  const { ctx, given, clock, shopId } = await world()
  const owner = await given.owner()
  const ids: string[] = []
  for (let i = 0; i < 5; i++) {
    ids.unshift(await must(createCampaign(ctx, owner, { name: `C${i}` })))
    clock.advance(1000)
  }
  const first = await listCampaigns(ctx, shopId, { limit: 3 })
  const rest = await listCampaigns(ctx, shopId, { limit: 3, cursor: first.next })
  expect([...first.campaigns, ...rest.campaigns].map((one) => one.id)).toEqual(ids)
  expect(rest.next).toBeNull()
})
