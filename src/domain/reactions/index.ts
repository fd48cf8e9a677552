// What a member does with one press: like, repost or save a post, follow the shop. Each once, and each can be taken back.
export { followShop, unfollowShop } from './follow-shop.ts'
export { isFollowing } from './is-following.ts'
export { react, REACTIONS, unreact, type Reaction } from './react.ts'
