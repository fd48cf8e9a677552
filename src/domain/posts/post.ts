import type { Lifecycle } from '#platform/lifecycle.ts'

export type PostState = 'draft' | 'scheduled' | 'published' | 'removed'
export const POST_STATES = [
  'draft',
  'scheduled',
  'published',
  'removed'
] as const satisfies readonly PostState[]

/** A post is written, perhaps waits for its hour, goes out, and may be taken down and brought back. */
export const postLifecycle: Lifecycle<PostState> = {
  draft: ['scheduled', 'published', 'removed'],
  scheduled: ['scheduled', 'draft', 'published', 'removed'],
  published: ['removed'],
  removed: ['draft', 'published']
}

/** The version someone has in front of them: a command about an older one is refused, and nothing is lost. */
export type PostRef = { postId: string; version?: number }
