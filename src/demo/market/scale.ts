/** How much of a market to set up: all of it for the demo, little of it in a test. */
export type Scale = {
  /** Days of history, the last of which is today. */
  days: number
  goods: number
  /** Members without a face of their own. */
  neighbours: number
  /** Visits and purchases of an ordinary day. */
  visits: number
  purchases: number
  /** How wide the posts' pictures are; a good's is a little smaller. */
  pixels: number
}

export const FULL: Scale = { days: 21, goods: 100, neighbours: 120, visits: 280, purchases: 19, pixels: 1080 }
