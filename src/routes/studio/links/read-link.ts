import { parseBuyItems, type CreateLinkInput } from '#domain/links/index.ts'
import { instantOf } from '#platform/local-time.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

type Fields = Record<string, string>

/** A link as the form gives it. A whole address of this shop is taken for its path, none for its square. */
export function linkInputOf(
  fields: Fields,
  { host, timezone }: { host: string; timezone: string }
): Outcome<CreateLinkInput, 'invalid'> {
  const text = (name: string) => fields[name]?.trim() || undefined
  const target = targetOf(fields, host)
  if (!target) return refused('invalid', { field: 'target' })
  const expiresAt = text('expiresAt') ? instantOf(text('expiresAt')!, timezone) : undefined
  if (text('expiresAt') && !expiresAt) return refused('invalid', { field: 'expiresAt' })
  const network = text('network') as CreateLinkInput['network']
  const label = text('label')?.slice(0, 80)
  return done({ target, label, code: text('code'), network, campaignId: text('campaignId'), expiresAt })
}

function targetOf(fields: Fields, host: string): CreateLinkInput['target'] | undefined {
  const text = (name: string) => fields[name]?.trim() ?? ''
  if (fields.leads === 'post') return { postId: text('postId') }
  if (fields.leads === 'product') return { productId: text('productId') }
  if (fields.leads !== 'cart') return { path: pathOf(text('path'), host) || '/' }
  const items = parseBuyItems(text('items'))
  return items && { items, coupon: text('coupon') || undefined }
}

function pathOf(text: string, host: string): string {
  const url = URL.parse(text)
  return url?.host === host ? url.pathname + url.search + url.hash : text
}
