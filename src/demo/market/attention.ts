import type { Chance } from '../story/chance.ts'
import type { Told } from './posting.ts'

const HOUR = 3_600_000

/** How much a post draws at a moment: new ones most, good ones longer, and the pinned one always a little. */
export function draw({ post, at }: Told, now: Date): number {
  const hours = (now.getTime() - at.getTime()) / HOUR
  if (hours < 0) return 0
  const freshness = Math.exp(-hours / (30 + 14 * post.appeal))
  return post.appeal * freshness + (post.pinned ? 0.35 : 0.02)
}

/** The posts somebody sees on one visit, no two alike. */
export function seenBy(posts: readonly Told[], now: Date, dice: Chance): Told[] {
  const out = posts.filter((told) => told.at <= now)
  const seen: Told[] = []
  const many = 1 + Math.floor(dice.wait(2.2))
  while (seen.length < Math.min(many, out.length, 9)) {
    const left = out.filter((told) => !seen.includes(told))
    seen.push(dice.weighted(left, (told) => draw(told, now)))
  }
  return seen
}

/** Which of a post's goods somebody taps, if any. */
export const tapped = ({ post, goods }: Told, dice: Chance): string | undefined =>
  goods.length && dice.happens(0.11 + 0.05 * post.appeal) ? dice.pick(goods) : undefined
