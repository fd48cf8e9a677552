import { blankVariant, splitList, type ProductForm, type VariantForm } from './form.ts'

const MOST = 2_000

/** The options that have a name and values, as lists. */
export const namedOptions = ({ options }: Pick<ProductForm, 'options'>) =>
  options
    .map(({ name, values }) => ({ name: name.trim(), values: splitList(values) }))
    .filter(({ name, values }) => name && values.length)

/** Every combination of values, the last option turning fastest; one empty one without options. */
const combinations = (lists: readonly string[][]): string[][] =>
  lists.reduce<string[][]>((all, list) => all.flatMap((head) => list.map((value) => [...head, value])), [[]])

/**
 * One variant for each combination. One that was there stays what it was, also when an option was added or taken
 * away; a new one begins with the price, weight and manners of the one before it.
 */
export function makeVariants(form: ProductForm): VariantForm[] {
  const wanted = combinations(namedOptions(form).map(({ values }) => values)).slice(0, MOST)
  const free = [...form.variants]
  const take = (fits: (variant: VariantForm) => boolean) => {
    const at = free.findIndex(fits)
    return at < 0 ? undefined : free.splice(at, 1)[0]
  }
  const exact = wanted.map((values) => take((variant) => sameList(variant.values, values)))
  let like = form.variants[0]
  return wanted.map((values, i) => {
    const found = exact[i] ?? take((variant) => isKin(variant.values, values))
    like = { ...(found ?? freshLike(like)), values }
    return like
  })
}

/**
 * The same form with the variants that its choices name and it lacks, for whoever saves without making them first.
 * It never takes one away that is kept already: that is for the button, where it can be seen.
 */
export function withMissingVariants(form: ProductForm): ProductForm {
  const options = namedOptions(form)
  const fits = form.variants.every(
    ({ values }) =>
      values.length === options.length && values.every((value, i) => options[i]?.values.includes(value))
  )
  const used = options.every(({ values }, i) =>
    values.every((value) => form.variants.some((variant) => variant.values[i] === value))
  )
  if (fits && used) return form
  const variants = makeVariants(form)
  const keepsAll = form.variants.every(({ id }) => !id || variants.some((variant) => variant.id === id))
  return keepsAll ? { ...form, variants } : form
}

const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value, i) => value === b[i])

/** The same choice with one option more or fewer. */
const isKin = (a: readonly string[], b: readonly string[]) => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length < long.length && short.every((value) => long.includes(value))
}

function freshLike(like: VariantForm | undefined): VariantForm {
  const { price, compareAt, cost, grams, tracked, continueSelling, requiresShipping } = like ?? blankVariant()
  return { ...blankVariant(), price, compareAt, cost, grams, tracked, continueSelling, requiresShipping }
}

/** Moves one of a list up or down by `step`; at the ends nothing happens. */
export function moved<T>(list: readonly T[], at: number, step: -1 | 1): T[] {
  const next = [...list]
  const [one, other] = [next[at], next[at + step]]
  if (one === undefined || other === undefined) return next
  next[at] = other
  next[at + step] = one
  return next
}
