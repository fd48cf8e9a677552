/** Everything that is said on the demo market: its posts with what people answered, and the posts still to come. */
import type { DemoPost } from './demo-post.ts'
import { firstWeek } from './first-week.ts'
import { headlines } from './headlines.ts'
import { secondWeek } from './second-week.ts'
import { thirdWeek } from './third-week.ts'

export type { CampaignKey, DemoPost, Say, WaitingPost, When } from './demo-post.ts'
export { waitingPosts } from './waiting.ts'

export const demoPosts: readonly DemoPost[] = [...firstWeek, ...secondWeek, ...thirdWeek, ...headlines]
