import type { PictureView } from '#domain/pictures/index.ts'

/** What stands in the right rail. `times` is today against a usual day; `days` are the last seven, oldest first. */
export type RightNow = {
  rising: { handle: string; title: string; picture: PictureView | null; times: number; days: number[] }[]
  reacted: { slug: string; title: string; picture: PictureView | null; reactions: number }[]
}
