/** What an action about a comment answered when it refused: the words as typed, and where they were typed. */
export type CommentResult = {
  refusal?: string
  detail?: Record<string, string | number>
  typed?: string
  parent?: string | null
  editing?: string
  link?: string
} | null
