// Finding things on a square: goods and posts by words, posts by what they show.
export { listPostsKeptBy, listPostsShowing, type FoundPost } from './posts.ts'
export { searchSquare } from './search-square.ts'
