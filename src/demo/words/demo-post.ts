/** Minutes after what it answers. */
type Minutes = number
type Answer = readonly [who: string, after: Minutes, words: string]

/** Who says what under a post, and who answers. */
export type Say = readonly [who: string, after: Minutes, words: string, ...answers: Answer[]]

export type CampaignKey = 'herring' | 'names' | 'sauna'

/** When a post goes out, as the market's own calendar counts: days back and a local time, or so long ago. */
export type When = { daysAgo: number; time: string } | { minutesAgo: number }

/** One post of the demo market: a scene that was drawn for it, and everything that was said. */
export type DemoPost = {
  readonly scene: string
  readonly when: When
  readonly by: 'aino' | 'sanna'
  readonly title: string
  readonly words: string
  readonly campaign?: CampaignKey
  readonly pinned?: true
  /** How much it is looked at, beside an ordinary post's 1. */
  readonly appeal: number
  readonly talk: readonly Say[]
}

/** A post that waits for its hour, or for its writer. */
export type WaitingPost = Pick<DemoPost, 'scene' | 'by' | 'title' | 'words' | 'campaign'> & {
  readonly when: { daysAhead: number; time: string } | 'draft'
}
