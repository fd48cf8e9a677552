import { error, fail } from '@sveltejs/kit'
import {
  cancelImport,
  changeReading,
  confirmImport,
  findImport,
  hasLeftOut,
  listFailedPictures,
  listRemarks,
  pictureText,
  previewImport,
  remarkText,
  retryPictures
} from '#domain/imports/index.ts'
import { isUuid } from '#platform/ids.ts'
import { refuse } from '../../../refuse.ts'
import { readingOf } from './read-form.ts'
import { shownPreview } from './shown-preview.ts'
import type { Actions, PageServerLoad } from './$types'

const SHOWN = 100

export const load: PageServerLoad = async ({ locals: { ctx, shop, locale }, params, depends }) => {
  depends('torilla:import')
  const found = isUuid(params.id) ? await findImport(ctx, shop.id, params.id) : undefined
  if (!found) error(404, 'No such import.')
  const preview = found.state === 'preview' ? await previewImport(ctx, shop.id, found.id) : undefined
  const [remarks, failed, left] = await Promise.all([
    listRemarks(ctx, shop.id, found.id, { limit: SHOWN }),
    listFailedPictures(ctx, shop.id, found.id),
    found.finishedAt !== null && found.problems > 0 && hasLeftOut(ctx, shop.id, found.id)
  ])
  return {
    import: found,
    preview: preview && shownPreview(preview, locale),
    currency: shop.currency,
    left,
    why: found.problem && remarkText({ code: found.problem, detail: remarks.at(-1)?.detail }, locale),
    remarks: remarks.map((remark) => ({ ...remark, text: remarkText(remark, locale) })),
    failed: failed.map((picture) => ({ ...picture, text: pictureText(picture.problem, locale) }))
  }
}

export const actions: Actions = {
  read: async (event) => {
    const { ctx, actor } = event.locals
    const outcome = await changeReading(
      ctx,
      actor,
      event.params.id,
      readingOf(await event.request.formData())
    )
    return outcome.ok ? { reread: true } : refuse(event, outcome)
  },
  start: async (event) => {
    const outcome = await confirmImport(event.locals.ctx, event.locals.actor, event.params.id)
    return outcome.ok ? {} : refuse(event, outcome)
  },
  stop: async ({ locals: { ctx, actor }, params }) => {
    const outcome = await cancelImport(ctx, actor, params.id)
    return outcome.ok ? {} : fail(409, outcome)
  },
  again: async ({ locals: { ctx, actor }, params }) => {
    const outcome = await retryPictures(ctx, actor, params.id)
    return outcome.ok ? {} : fail(404, outcome)
  }
}
