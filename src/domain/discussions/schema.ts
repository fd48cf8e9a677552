import { z } from 'zod'
import { words } from '#platform/fields.ts'

const said = words(2_000).pipe(z.string().min(1))

export const commentInput = z.object({ postId: z.uuid(), parentId: z.uuid().nullish(), words: said })
export type CommentInput = z.input<typeof commentInput>

export const commentEdit = z.object({ commentId: z.uuid(), words: said })
export type CommentEdit = z.input<typeof commentEdit>
