import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { saveProduct } from '#domain/catalog/index.ts'
import { listPictures, setFocalPoint } from '#domain/pictures/index.ts'
import { pathIn } from '#domain/shops/index.ts'
import { isUuid } from '#platform/ids.ts'
import { keepChosen } from '../../chosen-pictures.ts'
import { arrange } from './arrange.ts'
import { formInput } from './form-input.ts'
import { pictureForm, type PictureForm, type ProductForm } from './form.ts'
import { withMissingVariants } from './matrix.ts'
import { readForm } from './read-form.ts'

/** Saves the product that was typed; a refusal gives it all back. */
export async function save(event: RequestEvent) {
  const { ctx, actor, shop, locale } = event.locals
  const form = withMissingVariants(readForm(await event.request.formData()))
  const input = formInput(form, shop.currency)
  const saved = input.ok ? await saveProduct(ctx, actor, input.value) : input
  if (!saved.ok) {
    const { refusal, detail } = saved
    const status = refusal === 'product_stale' ? 409 : refusal === 'product_not_found' ? 404 : 422
    return fail(status, { refusal, detail, typed: await withViews(event, form) })
  }
  await saveFocalPoints(event, form)
  redirect(303, pathIn(locale, shop, `/studio/products/${saved.value.id}?saved`))
}

/** What the editor's buttons do where no script does it: variants made from options, pictures moved. */
export async function rearrange(event: RequestEvent) {
  const data = await event.request.formData()
  const form = arrange(readForm(data), String(data.get('do') ?? ''))
  return { typed: await withViews(event, form) }
}

/** Hangs the pictures that were chosen without a script behind the others; everything typed comes back with them. */
export async function pictures(event: RequestEvent) {
  const data = await event.request.formData()
  const form = readForm(data)
  const { kept, refused } = await keepChosen(event, data)
  const fresh = kept.filter((one) => !form.pictures.some(({ id }) => id === one.id))
  form.pictures.push(...fresh.map(pictureForm))
  const typed = await withViews(event, form)
  return refused ? fail(422, { refusal: refused.refusal, detail: refused.detail, typed }) : { typed }
}

/** The form names its pictures by id; to be shown again they need their sizes. */
async function withViews({ locals: { ctx, shop } }: RequestEvent, form: ProductForm): Promise<ProductForm> {
  const views = await listPictures(ctx, shop.id, form.pictures.map(({ id }) => id).filter(isUuid)) // prettier-ignore
  const pictures = form.pictures.flatMap((one) =>
    views.has(one.id) ? { ...one, view: views.get(one.id) } : []
  )
  return { ...form, pictures }
}

async function saveFocalPoints(
  { locals: { ctx, actor } }: RequestEvent,
  { pictures }: ProductForm
): Promise<void> {
  const changed = ({ x, y, wasX, wasY }: PictureForm) => x !== wasX || y !== wasY
  for (const { id, x, y } of pictures.filter(changed)) {
    await setFocalPoint(ctx, actor, { pictureId: id, x: Number(x) / 100, y: Number(y) / 100 })
  }
}
