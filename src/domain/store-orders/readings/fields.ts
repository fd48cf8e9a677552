import { z } from 'zod'
import { exponentOf } from '#platform/money/index.ts'
import { cleanLine } from '#platform/text.ts'

/** An id that a store writes as a number or as text. */
export const outsideId = z
  .union([z.string(), z.int().min(1)])
  .transform((id) => cleanLine(String(id)))
  .pipe(z.string().min(1).max(100))

/** What people call an order; nothing where a store leaves it out. */
export const orderNumber = z
  .union([z.string(), z.int()])
  .nullish()
  .transform((text) => cleanLine(String(text ?? '')).slice(0, 100))

export const quantity = z.int().min(0).max(1_000_000)

export const currency = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/)

/** An amount in whole units, as decimals: "49.90". */
export const decimal = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^-?\d{1,11}(\.\d{1,8})?$/))

export const optionalDecimal = decimal.nullish().transform((text) => text ?? '0')

export const minor = (text: string, of: string): number => Math.round(Number(text) * 10 ** exponentOf(of))

export const sum = (of: string, parts: readonly string[]): number =>
  parts.reduce((all, part) => all + minor(part, of), 0)

export const title = z
  .string()
  .nullish()
  .transform((text) => cleanLine(text ?? '').slice(0, 255) || '–')

export const sku = z
  .string()
  .nullish()
  .transform((text) => cleanLine(text ?? '').slice(0, 255) || null)

/** A moment with its zone: without one it would be read in the server's. */
export const moment = z
  .string()
  .max(40)
  .refine(
    (text) =>
      /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(text) &&
      !Number.isNaN(Date.parse(text))
  )
  .transform((text) => new Date(text))

/** A hand-over's code as it may come back; anything else is none. */
export function codeIn(text: unknown): string | null {
  const code = typeof text === 'string' ? text.trim() : ''
  return /^[\w-]{6,64}$/.test(code) ? code : null
}

/** The code in the address at which somebody entered a store. */
export function codeInAddress(address: string | null | undefined): string | null {
  const query = new URLSearchParams(/\?([^#]*)/.exec(address ?? '')?.[1] ?? '')
  return codeIn(query.get('attributes[torilla]')) ?? codeIn(query.get('torilla')) ?? codeIn(query.get('ref'))
}
