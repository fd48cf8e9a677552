import { done, refused, type Outcome } from '#platform/outcome.ts'
import { cleanHtml } from './clean-html.ts'
import { productInput, type ProductFields, type ProductInput } from './schema.ts'

/** Reads a product's input; what does not fit is refused by the name of its first bad field. */
export function readFields(input: ProductInput): Outcome<ProductFields, 'invalid'> {
  const parsed = productInput.safeParse(input)
  if (!parsed.success) return refused('invalid', { field: issueField(parsed.error.issues[0]) })
  return done({ ...parsed.data, description: cleanHtml(parsed.data.description) })
}

/** Rules about the whole of the variants have a name instead of a place. */
const issueField = (issue: { path: PropertyKey[]; message: string } | undefined): string =>
  issue ? (/^[a-z_]+$/.test(issue.message) ? issue.message : issue.path.map(String).join('.')) : ''
