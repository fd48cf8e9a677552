import { Readable } from 'node:stream'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { ingestPicture } from '#domain/pictures/index.ts'
import { publishPost, savePost, schedulePost, startPost, type PostInput } from '#domain/posts/index.ts'
import { flat } from '#platform/images/sample.ts'
import type { Outcome } from '#platform/outcome.ts'
import type { Counter } from './index.ts'

export type GivenPost = Partial<Omit<PostInput, 'postId' | 'version'>> & {
  state?: 'draft' | 'scheduled' | 'published'
  /** When a scheduled post goes out; in an hour, if not given. */
  at?: Date
  author?: Actor
}

/** The value of an outcome that a test takes for granted. */
export async function must<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const result = await outcome
  if (!result.ok) throw new Error(`Refused: ${result.refusal} ${JSON.stringify(result.detail ?? {})}`)
  return result.value
}

export function postFactories(ctx: Context, n: Counter, owner: () => Promise<Actor>) {
  let author: Promise<Actor> | undefined

  /** A small picture of a colour of its own, kept as an upload would be. Answers its id. */
  async function picture(): Promise<string> {
    const colour = `#${(n() * 4999).toString(16).padStart(6, '0').slice(-6)}`
    const png = await flat(40, 30, colour).png().toBuffer()
    return (await must(ingestPicture(ctx, await (author ??= owner()), Readable.from([png])))).id
  }

  /** A post that went the way every post goes: started, saved, then scheduled or published. */
  async function post({ state = 'published', at, author: by, ...given }: GivenPost = {}): Promise<string> {
    const actor = by ?? (await (author ??= owner()))
    const postId = await must(startPost(ctx, actor))
    const { version } = await must(
      savePost(ctx, actor, {
        ...{ postId, version: 1, title: `Post ${n()}`, words: '', disclosure: '', campaignId: null },
        ...{ pinned: false, pictures: [], tags: [], ...given }
      })
    )
    if (state === 'published') await must(publishPost(ctx, actor, { postId, version }))
    const later = at ?? new Date(ctx.clock.now().getTime() + 3_600_000)
    if (state === 'scheduled') await must(schedulePost(ctx, actor, { postId, version, at: later }))
    return postId
  }

  return { post, picture }
}
