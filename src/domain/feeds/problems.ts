/** What makes a network refuse an item: it is left out and named. */
export const REFUSALS = [
  'picture_missing',
  'picture_pending',
  'price_zero',
  'id_too_long',
  'id_characters',
  'link_too_long'
] as const
/** What an item is told with all the same, but better without. */
export const NOTICES = [
  'description_missing',
  'brand_is_shop',
  'gtin_wrong',
  'gtin_missing',
  'title_cut',
  'description_cut',
  'picture_small'
] as const

export type FeedRefusal = (typeof REFUSALS)[number]
export type FeedNotice = (typeof NOTICES)[number]
export type FeedProblem = FeedRefusal | FeedNotice

export const isRefusal = (problem: string): problem is FeedRefusal =>
  (REFUSALS as readonly string[]).includes(problem)
