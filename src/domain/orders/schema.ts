import { z } from 'zod'
import { cleanLine, cleanWords } from '#platform/text.ts'

const line = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform(cleanLine)
    .pipe(z.string().max(max))

const pieces = z.object({ lineId: z.uuid(), quantity: z.int().min(1).max(1_000) })

export const noteInput = z.object({
  orderId: z.uuid(),
  text: z.string().max(20_000).transform(cleanWords).pipe(z.string().min(1).max(4_000))
})

export const cancelInput = z.object({ orderId: z.uuid(), reason: line(200).default('') })

export const fulfilInput = z.object({
  orderId: z.uuid(),
  /** Everything that is left, if no lines are named. */
  lines: z.array(pieces).max(50).nullish(),
  /** How many pieces the page showed as sent: when another clerk has sent some since, nothing is done. */
  seen: z.int().min(0).nullish(),
  carrier: line(80).default(''),
  tracking: line(120).default('')
})

export const cancelPiecesInput = z.object({
  orderId: z.uuid(),
  lines: z.array(pieces).max(50),
  /** How many pieces the page showed as sent or cancelled: when that has changed since, nothing is done. */
  seen: z.int().min(0).nullish(),
  /** Whether they can be sold to others. */
  restock: z.boolean(),
  reason: line(200).default('')
})

export const refundInput = z.object({
  orderId: z.uuid(),
  lines: z.array(pieces).max(50).default([]),
  /** Delivery to give back, in minor units. */
  shipping: z.int().min(0).default(0),
  /** The whole sum, if it is not what lines and delivery come to. */
  amount: z.int().min(1).nullish(),
  /** How much the page showed as given back: when another clerk, or a second press, gave some since, nothing is done. */
  seen: z.int().min(0).nullish(),
  /** Whether returned or unsent pieces can be sold again. */
  restock: z.boolean(),
  reason: line(200).default('')
})
