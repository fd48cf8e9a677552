import { error } from '@sveltejs/kit'
import { listMails } from '#domain/notifications/index.ts'
import { isUuid } from '#platform/ids.ts'
import type { PageServerLoad } from './$types'

/** The demo's letters, for everyone to read: nothing real is ever in them. No other shop has this page. */
export const load: PageServerLoad = async ({ locals: { ctx, shop }, url }) => {
  if (!shop.isDemo) error(404, 'not found')
  const before = url.searchParams.get('before')
  const mails = await listMails(ctx, shop.id, { before: isUuid(before) ? before : null })
  return {
    mails: mails.map(({ id, to, subject, html, createdAt }) => ({ id, to, subject, html, createdAt })),
    older: mails.length === 50 ? mails.at(-1)?.id : undefined
  }
}
