import { searchSquare } from '#domain/search/index.ts'
import { cleanLine } from '#platform/text.ts'
import { Unsent } from '../../whole-page.ts'
import type { PageServerLoad } from './$types'

/** What the square has by these words. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { ctx, shop } = locals
  const q = cleanLine((url.searchParams.get('q') ?? '').slice(0, 200))
  const whole = { frame: 'wide' as const, q, ...(await searchSquare(ctx, shop.id, q)) }
  return { unsent: new Unsent(whole) }
}
