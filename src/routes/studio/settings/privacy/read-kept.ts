import { DAYS_RULES } from '#domain/retention/schema.ts'

/** The form as the command reads it: an empty field is as usual, or as the law says. */
export function readKept(typed: Record<string, string>): Record<string, unknown> {
  const said = DAYS_RULES.filter((rule) => typed[rule]).map((rule) => [rule, typed[rule]])
  return {
    ...Object.fromEntries(said),
    booksYears: typed.booksYears || null,
    booksBuyer: typed.booksBuyer === 'yes' ? true : typed.booksBuyer === 'no' ? false : null
  }
}
