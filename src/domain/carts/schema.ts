import { z } from 'zod'

export const MOST_LINES = 50
export const MOST_OF_ONE = 99

/** A secret of a cart, or a member's own cart by its id. Anything else leads nowhere. */
export const cartToken = z
  .string()
  .max(64)
  .regex(/^[\w-]{16,64}$/)

export const quantity = z.int().min(1).max(MOST_OF_ONE)

const item = z.union([
  z.object({ variantId: z.uuid(), quantity }),
  z.object({ productId: z.uuid(), quantity }),
  z.object({ sku: z.string().min(1).max(200), quantity })
])

export const addToCartInput = z.object({
  token: cartToken.nullish().catch(null),
  items: z.array(item).min(1).max(MOST_LINES),
  postId: z.uuid().nullish().catch(null),
  clickId: z
    .string()
    .regex(/^[\w-]{8,40}$/)
    .nullish()
    .catch(null),
  country: z.string().regex(/^[A-Z]{2}$/),
  locale: z.string().max(10),
  hold: z.boolean().default(false),
  /** Of each thing at least as many as named, not so many more: what is pressed twice is there once. */
  atLeast: z.boolean().default(false)
})

export const lineInput = z.object({ token: cartToken, variantId: z.uuid() })
export const quantityInput = lineInput.extend({ quantity: z.int().min(0).max(MOST_OF_ONE) })
export const choiceInput = lineInput.extend({ choice: z.uuid() })
