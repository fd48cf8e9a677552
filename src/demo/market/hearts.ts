import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { react, unreact, type Reaction } from '#domain/reactions/index.ts'
import { demoPeople } from '../drawings/index.ts'
import { after } from '../story/calendar.ts'
import { chance, type Chance } from '../story/chance.ts'
import type { Moment } from '../story/moments.ts'
import { must } from '../story/must.ts'
import type { Market } from './market.ts'
import type { Told } from './posting.ts'

/** How likely a member does it to an ordinary post, and within about how many minutes. */
const REACTIONS: readonly { kind: Reaction; likely: number; minutes: number }[] = [
  { kind: 'like', likely: 0.17, minutes: 900 },
  { kind: 'save', likely: 0.04, minutes: 1400 },
  { kind: 'repost', likely: 0.025, minutes: 700 }
]

/** Likes, reposts and saves of members who were there by then; a very few are taken back. */
export function heartsFor(market: Market, posts: readonly Told[]): Moment[] {
  const dice = chance('hearts')
  const neighbours = Array.from({ length: market.scale.neighbours }, (_, i) => `neighbour-${i + 1}`)
  const people = [...demoPeople.map(({ handle }) => handle), ...neighbours]
  const fondness = new Map(people.map((handle) => [handle, dice.between(0.3, 1.7)]))
  return posts.flatMap((told) =>
    people.flatMap((handle) => heartsOf(market, told, handle, fondness.get(handle)!, dice))
  )
}

function heartsOf(market: Market, told: Told, who: string, fondness: number, dice: Chance): Moment[] {
  const pull = fondness * Math.min(told.post.appeal, 3)
  return REACTIONS.flatMap(({ kind, likely, minutes }) => {
    const [happens, at] = [dice.happens(likely * pull), after(told.at, 2 + dice.wait(minutes))]
    const [regrets, then] = [dice.happens(0.01), after(at, 1 + dice.wait(30))]
    if (!happens) return []
    const step = (does: typeof react) => async (ctx: Context) => {
      const member: Actor | undefined = market.members.get(who)
      if (member && told.id) await must(does(ctx, member, { postId: told.id, kind }))
    }
    const heart: Moment = { at, tell: step(react) }
    return regrets ? [heart, { at: then, tell: step(unreact) }] : [heart]
  })
}
