import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

const KNOWN = [401, 403, 405]

/** What a refusal in hooks.server.ts looks like: the square's own error page, in the reader's language. */
export const load: PageServerLoad = ({ params }) => {
  const status = Number(params.status)
  error(KNOWN.includes(status) ? status : 404, 'refused')
}
