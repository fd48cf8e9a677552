import type { Context } from '#context'
import { publishPost, savePost, schedulePost, startPost } from '#domain/posts/index.ts'
import { demoScenes } from '../drawings/index.ts'
import { after, type Calendar } from '../story/calendar.ts'
import type { Moment } from '../story/moments.ts'
import { must } from '../story/must.ts'
import { demoPosts, waitingPosts, type DemoPost, type WaitingPost, type When } from '../words/index.ts'
import { memberOf, type Market } from './market.ts'

/** A post of the story: when it goes out, and its id from then on. */
export type Told = { post: DemoPost; at: Date; goods: string[]; id?: string }

const timeOf = (calendar: Calendar, when: When): Date =>
  'minutesAgo' in when ? after(calendar.now, -when.minutesAgo) : calendar.at(when.daysAgo, when.time)

const sceneOf = (handle: string) => demoScenes.find((scene) => scene.handle === handle)!

/** The posts that fall into the story's days, oldest first, each with the goods on its picture that are for sale. */
export const planPosts = ({ calendar, scale, shelf }: Market): Told[] =>
  demoPosts
    .map((post) => ({
      post,
      at: timeOf(calendar, post.when),
      goods: sceneOf(post.scene)
        .tags.map(({ handle }) => handle)
        .filter((handle) => shelf.has(handle))
    }))
    .filter(({ at }) => at > calendar.at(scale.days - 1, '00:00'))
    .sort((a, b) => a.at.getTime() - b.at.getTime())

/** Each post is written and published at its time. */
export const publishAll = (market: Market, posts: readonly Told[]): Moment[] =>
  posts.map((told) => ({
    at: told.at,
    alone: true,
    async tell(ctx) {
      const { postId, version, author } = await write(market, ctx, told.post)
      await must(publishPost(ctx, author, { postId, version }))
      told.id = postId
    }
  }))

/** What waits for tomorrow was scheduled yesterday; a draft was left an hour ago. */
export const scheduleAll = (market: Market): Moment[] =>
  waitingPosts.map((waiting) => ({
    at: waiting.when === 'draft' ? after(market.calendar.now, -55) : market.calendar.at(1, '15:45'),
    alone: true,
    async tell(ctx) {
      const { postId, version, author } = await write(market, ctx, waiting)
      if (waiting.when === 'draft') return
      const { daysAhead, time } = waiting.when
      const at = market.calendar.at(-daysAhead, time)
      await must(schedulePost(ctx, author, { postId, version, at }))
    }
  }))

/** Begins to paint the posts' pictures in the order they are needed: the story is told meanwhile, and waits for each. */
export function paintScenes(market: Market): void {
  for (const { scene } of [...demoPosts.toSorted(byTime(market.calendar)), ...waitingPosts]) {
    const { picture, alt } = sceneOf(scene)
    const painted = market.paint(picture(), market.scale.pixels, alt.en)
    painted.catch(() => {})
    market.scenes.set(scene, painted)
  }
}

const byTime = (calendar: Calendar) => (a: DemoPost, b: DemoPost) =>
  timeOf(calendar, a.when).getTime() - timeOf(calendar, b.when).getTime()

type Written = Pick<DemoPost, 'scene' | 'by' | 'title' | 'words' | 'campaign'> & Partial<DemoPost>

/** A composer's work: a draft is begun, then saved whole with its picture and the goods on it. */
async function write(market: Market, ctx: Context, post: Written | WaitingPost) {
  const author = memberOf(market, post.by)
  const scene = sceneOf(post.scene)
  const picture = await market.scenes.get(scene.handle)!
  const postId = await must(startPost(ctx, author))
  const tags = scene.tags.flatMap(({ handle, x, y }) => {
    const productId = market.shelf.get(handle)?.productId
    return productId ? [{ picture: 0, productId, x, y }] : []
  })
  const input = {
    ...{ postId, version: 1, title: post.title, words: post.words, disclosure: '', tags },
    pictures: [{ id: picture, alt: scene.alt.en }],
    campaignId: post.campaign ? market.campaigns[post.campaign] : null,
    pinned: 'pinned' in post && post.pinned === true
  }
  const { version } = await must(savePost(ctx, author, input))
  return { postId, version, author }
}
