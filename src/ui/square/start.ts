import { startDrafts } from './draft.ts'
import { startLeafing } from './leaf.ts'
import { startLive } from './live-counts.ts'
import { startMore } from './more.ts'
import { startPressingOnce } from './press-once.ts'
import { startReactions } from './react.ts'
import { startReporting } from './report.ts'
import { startSharing } from './share.ts'
import { startSwapping } from './swap.ts'
import { startTags } from './tags.ts'

// What a script adds to the feed and to a post, which work without one: no framework, no state but the page's own.
document.documentElement.classList.add('scripted')
startLeafing()
startReactions()
startSharing()
startSwapping()
startTags()
startDrafts()
startPressingOnce()
startMore(() => {
  look()
  follow()
})
const look = startReporting()
const follow = startLive()
