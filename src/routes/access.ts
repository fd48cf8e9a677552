import type { Permission } from '#domain/accounts/index.ts'

type Access = { page: Permission; actions?: Record<string, Permission> }

/**
 * Who may do what, on one page. A page or an action that is not listed here cannot be reached: hooks.server.ts
 * refuses it, and the architecture test names it. Keys are route ids, actions are their names in +page.server.ts.
 */
export const access: Record<string, Access> = {
  '/(square)': { page: 'public' }
}

/** The permission a request needs; undefined refuses it. A POST names its action in the query: ?/pay. */
export function permissionFor(routeId: string, method: string, url: URL): Permission | undefined {
  const rule = access[routeId]
  if (!rule) return undefined
  if (method === 'GET' || method === 'HEAD') return rule.page
  if (method !== 'POST') return undefined
  const action = [...url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1) ?? 'default'
  return rule.actions?.[action]
}
