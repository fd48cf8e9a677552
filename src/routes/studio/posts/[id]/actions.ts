import { fail, redirect } from '@sveltejs/kit'
import { setFocalPoint } from '#domain/pictures/index.ts'
import {
  MOST_PICTURES,
  publishPost,
  removePost,
  restorePost,
  savePost,
  schedulePost,
  unschedulePost,
  type PostInput
} from '#domain/posts/index.ts'
import { settle } from '#domain/projections.ts'
import { isUuid } from '#platform/ids.ts'
import { instantOf } from '#platform/local-time.ts'
import type { Outcome } from '#platform/outcome.ts'
import { keepChosen } from '../../chosen-pictures.ts'
import { readPostForm } from './read-form.ts'
import type { RequestEvent as Event } from './$types'

type Kept = { typed?: PostInput; version?: number }

/** What was typed goes back with a refusal, and the version if it was kept, so that nothing is lost. */
function refuse({ refusal, detail }: Extract<Outcome<unknown>, { ok: false }>, kept: Kept = {}) {
  const status = refusal === 'post_stale' ? 409 : refusal.endsWith('not_found') ? 404 : 422
  return fail(status, { refusal, detail, ...kept })
}

async function keep(event: Event, form: FormData) {
  const typed = readPostForm(event.params.id, form)
  const saved = await savePost(event.locals.ctx, event.locals.actor, typed)
  return saved.ok ? saved.value : refuse(saved, { typed })
}

const here = (event: Event): never => redirect(303, event.url.pathname)

/** Keeps what the form holds. Autosave and the button do the same. */
export async function save(event: Event) {
  return keep(event, await event.request.formData())
}

/**
 * Keeps what the form holds, and behind its pictures those that were chosen without a script, with the words for them:
 * as many as a post has room for.
 */
export async function pictures(event: Event) {
  const form = await event.request.formData()
  const { kept, refused } = await keepChosen(event, form)
  const typed = readPostForm(event.params.id, form)
  const fresh = kept.filter((one) => !typed.pictures.some(({ id }) => id === one.id))
  const alt = String(form.get('new-alt') ?? '')
  const all = [...typed.pictures, ...fresh.map(({ id }) => ({ id, alt }))]
  const fitting = all.slice(0, Math.max(typed.pictures.length, MOST_PICTURES))
  const saved = await savePost(event.locals.ctx, event.locals.actor, { ...typed, pictures: fitting })
  if (!saved.ok) return refuse(saved, { typed })
  const { version } = saved.value
  if (fitting.length < all.length) return fail(422, { refusal: 'too_many_pictures', version })
  return refused ? refuse(refused, { version }) : here(event)
}

/** Keeps what the form holds and puts it before the people. */
export async function publish(event: Event) {
  const { ctx, actor, shop } = event.locals
  const saved = await keep(event, await event.request.formData())
  if (!('savedAt' in saved)) return saved
  const { version } = saved
  const out = await publishPost(ctx, actor, { postId: event.params.id, version })
  if (!out.ok) return refuse(out, { version })
  await settle(ctx, shop.id)
  here(event)
}

/** Keeps what the form holds and has it go out at the time given, on the shop's own clock. */
export async function schedule(event: Event) {
  const { ctx, actor, shop } = event.locals
  const form = await event.request.formData()
  const saved = await keep(event, form)
  if (!('savedAt' in saved)) return saved
  const { version } = saved
  const at = instantOf(String(form.get('at')), shop.timezone) ?? new Date(0)
  const waiting = await schedulePost(ctx, actor, { postId: event.params.id, version, at })
  return waiting.ok ? here(event) : refuse(waiting, { version })
}

/** Makes a waiting post a draft again. */
export async function unschedule(event: Event) {
  const back = await unschedulePost(event.locals.ctx, event.locals.actor, { postId: event.params.id })
  return back.ok ? here(event) : refuse(back)
}

/** Takes the post down. */
export async function remove(event: Event) {
  const removed = await removePost(event.locals.ctx, event.locals.actor, { postId: event.params.id })
  return removed.ok ? here(event) : refuse(removed)
}

/** Brings it back. */
export async function restore(event: Event) {
  const restored = await restorePost(event.locals.ctx, event.locals.actor, { postId: event.params.id })
  return restored.ok ? here(event) : refuse(restored)
}

/** Says what matters in one of the pictures. */
export async function focus(event: Event) {
  const form = await event.request.formData()
  const pictureId = String(form.get('picture'))
  if (!isUuid(pictureId)) return fail(422, { refusal: 'invalid' })
  const point = { x: Number(form.get('x')), y: Number(form.get('y')) }
  const set = await setFocalPoint(event.locals.ctx, event.locals.actor, { pictureId, ...point })
  return set.ok ? { focal: point } : refuse(set)
}
