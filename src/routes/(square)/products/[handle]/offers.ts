import type { ProductPage, VariantView } from '#domain/catalog/index.ts'

/** What a buyer is told about some variants alike: the same price, the same stock. */
export type Offer = Pick<VariantView, 'price' | 'compareAt' | 'lowest30' | 'available' | 'left' | 'store'>

/** A variant as the page's script knows it: its values by number, its offer, the picture that shows it. */
export type Choice = { id: string; values: number[]; offer: number; picture: number; on: boolean }

const FEW = 5

/** Groups variants by what is said about them, so that each saying is rendered once. */
export function offersOf({ options, variants, pictures }: ProductPage): {
  offers: Offer[]
  choices: Choice[]
} {
  const offers = new Map<string, { n: number; offer: Offer }>()
  const choices = variants.map((variant) => {
    const { price, compareAt, lowest30, available, store } = variant
    // Only a small number is worth saying; above it all stocks are alike.
    const left = variant.left !== null && variant.left <= FEW ? variant.left : null
    const offer = { price, compareAt, lowest30, available, left, store }
    const key = JSON.stringify(offer)
    const known = offers.get(key) ?? { n: offers.size, offer }
    offers.set(key, known)
    return {
      id: variant.id,
      values: variant.optionValues.map((value, i) => options[i]?.values.indexOf(value) ?? -1),
      offer: known.n,
      picture: pictures.findIndex(({ id }) => id === variant.pictureId),
      on: available
    }
  })
  return { offers: [...offers.values()].map(({ offer }) => offer), choices }
}

/** The variant an address asks for, else the first that can be had, else the first. */
export const firstChoice = (choices: readonly Choice[], asked: string | null): Choice | undefined =>
  choices.find(({ id }) => id === asked) ?? choices.find(({ on }) => on) ?? choices[0]
