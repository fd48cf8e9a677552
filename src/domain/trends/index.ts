// What is rising on the square against its own usual day, and what people react to.
export { reactedPosts, type ReactedPost } from './reacted-posts.ts'
export { rightNow, type RightNow } from './right-now.ts'
export { risingProducts, type RisingProduct } from './rising-products.ts'
