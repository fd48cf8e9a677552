import type { ProductForm } from './form.ts'
import { makeVariants, moved } from './matrix.ts'

/** One press of a button of the editor: `variants`, or `up:2`, `down:2`, `remove:2` for the third picture. */
export function arrange(form: ProductForm, what: string): ProductForm {
  const [verb, at] = what.split(':')
  const n = Number(at)
  const { pictures } = form
  if (verb === 'variants') return { ...form, variants: makeVariants(form) }
  if (verb === 'up') return { ...form, pictures: moved(pictures, n, -1) }
  if (verb === 'down') return { ...form, pictures: moved(pictures, n, 1) }
  if (verb === 'remove') return { ...form, pictures: pictures.filter((_, i) => i !== n) }
  return form
}
