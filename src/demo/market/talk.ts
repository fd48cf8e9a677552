import { addComment } from '#domain/discussions/index.ts'
import type { Context } from '#context'
import { after } from '../story/calendar.ts'
import { inTurn, type Moment } from '../story/moments.ts'
import { must } from '../story/must.ts'
import type { Say } from '../words/index.ts'
import { memberOf, type Market } from './market.ts'
import type { Told } from './posting.ts'

/** Everything that is said under these posts. */
export const talkUnder = (market: Market, posts: readonly Told[]): Moment[] =>
  posts.flatMap((told) => told.post.talk.flatMap((say) => thread(market, told, say)))

/** A comment and its answers, one after the other: an answer needs what it answers. */
function thread(market: Market, told: Told, [who, minutes, words, ...answers]: Say): Moment[] {
  let parentId: string | null = null
  const say = async (ctx: Context, by: string, text: string) => {
    const input = { postId: told.id!, parentId, words: text }
    const id = await must(addComment(ctx, memberOf(market, by), input))
    parentId ??= id
  }
  let at = after(told.at, minutes)
  const steps: Moment[] = [{ at, tell: (ctx) => say(ctx, who, words) }]
  for (const [by, wait, text] of answers) {
    at = after(at, wait)
    steps.push({ at, tell: (ctx) => say(ctx, by, text) })
  }
  return inTurn(steps)
}
