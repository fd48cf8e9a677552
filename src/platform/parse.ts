import type { z } from 'zod'
import { refused } from './outcome.ts'

type Parsed<T> = { ok: true; value: T } | ReturnType<typeof refused<'invalid'>>

/** Input from outside, read by its schema; what does not fit is the refusal 'invalid' naming the first bad field. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): Parsed<z.output<S>> {
  const read = schema.safeParse(input)
  if (read.success) return { ok: true, value: read.data }
  const [issue] = read.error.issues
  return refused('invalid', { field: String(issue?.path[0] ?? ''), problem: issue?.code ?? '' })
}
