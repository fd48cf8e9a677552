import type { LayoutServerLoad } from './$types'

/** What waits to be done stands beside its room's name. */
export const load: LayoutServerLoad = async () => {
  const todo: Record<string, number> = {}
  return { todo }
}
