import { fail, redirect } from '@sveltejs/kit'
import { addComment, deleteComment, editComment, hideComment } from '#domain/discussions/index.ts'
import { shareLinkFor } from '#domain/links/index.ts'
import { settle } from '#domain/projections.ts'
import {
  followShop,
  react as addReaction,
  REACTIONS,
  unfollowShop,
  unreact
} from '#domain/reactions/index.ts'
import { isUuid } from '#platform/ids.ts'
import type { Outcome } from '#platform/outcome.ts'
import { hereAs, whenceSent } from '../../../visit.ts'
import type { RequestEvent as Event } from './$types'

const text = (form: FormData, name: string): string => String(form.get(name) ?? '')

/** Leads back to the post, at a place of it, on the page of the talk that was being read. */
function back(event: Event, place = '', after = event.url.searchParams.get('after')): never {
  const query = after ? `?after=${encodeURIComponent(after)}` : ''
  redirect(303, hereAs(event, `/p/${encodeURIComponent(event.params.slug)}${query}${place}`))
}

function refuse({ refusal: why, detail }: Extract<Outcome<unknown>, { ok: false }>, kept: object = {}) {
  const refusal = why === 'invalid' && detail?.field === 'words' ? 'comment_length' : why
  const status = refusal.endsWith('not_found') ? 404 : refusal === 'too_many' ? 429 : 422
  return fail(status, { refusal, detail, ...kept })
}

/** Likes, reposts or saves a post, or takes it back: the button says which, like=on or like=off. */
export async function react(event: Event) {
  const { ctx, actor, shop } = event.locals
  const form = await event.request.formData()
  const postId = text(form, 'post')
  const kind = REACTIONS.find((one) => form.has(one))
  if (!kind || !isUuid(postId)) return fail(422, { refusal: 'invalid' })
  const act = form.get(kind) === 'on' ? addReaction : unreact
  const outcome = await act(ctx, actor, { postId, kind })
  if (!outcome.ok) return refuse(outcome)
  await settle(ctx, shop.id)
  // In the feed, to this post of it.
  redirect(303, `${whenceSent(event, `/p/${event.params.slug}`)}#p-${postId}`)
}

/** Answers the member's own address of a post, whose visits are counted for them. */
export async function share(event: Event) {
  const { ctx, actor } = event.locals
  const postId = text(await event.request.formData(), 'post')
  const path = isUuid(postId) && (await shareLinkFor(ctx, actor, { postId }))
  return path ? { link: new URL(path, event.url.origin).href } : fail(404, { refusal: 'post_not_found' })
}

/** Says something, or answers someone. */
export async function comment(event: Event) {
  const { ctx, actor, shop } = event.locals
  const form = await event.request.formData()
  const [words, parentId] = [text(form, 'words'), text(form, 'parent') || null]
  const outcome = await addComment(ctx, actor, { postId: text(form, 'post'), parentId, words })
  if (!outcome.ok) return refuse(outcome, { typed: words.slice(0, 10_000), parent: parentId })
  await settle(ctx, shop.id)
  // What starts a thread is on the first page, an answer where it was given.
  back(event, `#c-${outcome.value}`, parentId ? undefined : null)
}

/** Changes one's own words. */
export async function edit(event: Event) {
  const { ctx, actor } = event.locals
  const form = await event.request.formData()
  const [commentId, words] = [text(form, 'comment'), text(form, 'words')]
  const outcome = await editComment(ctx, actor, { commentId, words })
  if (!outcome.ok) return refuse(outcome, { typed: words.slice(0, 10_000), editing: commentId })
  back(event, `#c-${commentId}`)
}

/** Takes back one's own comment; `remove`, as `delete` is a word of the language. */
export async function remove(event: Event) {
  const commentId = text(await event.request.formData(), 'comment')
  if (!isUuid(commentId)) return fail(422, { refusal: 'invalid' })
  const outcome = await deleteComment(event.locals.ctx, event.locals.actor, commentId)
  if (!outcome.ok) return refuse(outcome)
  await settle(event.locals.ctx, event.locals.shop.id)
  back(event, '#comments')
}

/** A moderator hides a comment or shows it again. */
export async function hide(event: Event) {
  const form = await event.request.formData()
  const commentId = text(form, 'comment')
  if (!isUuid(commentId)) return fail(422, { refusal: 'invalid' })
  const hidden = form.get('hidden') === 'on'
  const outcome = await hideComment(event.locals.ctx, event.locals.actor, { commentId, hidden })
  if (!outcome.ok) return refuse(outcome)
  await settle(event.locals.ctx, event.locals.shop.id)
  back(event, `#c-${commentId}`)
}

/** Follows the shop, or no longer. */
export async function follow(event: Event) {
  const form = await event.request.formData()
  const act = form.get('follow') === 'on' ? followShop : unfollowShop
  const outcome = await act(event.locals.ctx, event.locals.actor)
  if (!outcome.ok) return refuse(outcome)
  back(event)
}
