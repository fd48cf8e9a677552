// What the square is about at this hour: goods that rise against their usual day, posts that people react to.
export { reactedPosts, type ReactedPost } from './reacted-posts.ts'
export { rightNow, type RightNow } from './right-now.ts'
