// What people say to each other: comments under a post, in threads one answer deep.
export { addComment, type CommentRefusal } from './add-comment.ts'
export { deleteComment } from './delete-comment.ts'
export { editComment } from './edit-comment.ts'
export { hideComment } from './hide-comment.ts'
export { findComment, listComments, type CommentView, type Thread } from './list-comments.ts'
