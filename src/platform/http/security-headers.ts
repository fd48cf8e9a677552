/** What every answer carries, page or API. The content security policy of pages is in vite.config.ts. */
const HEADERS = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['permissions-policy', 'camera=(self), geolocation=(self), microphone=(), browsing-topics=()']
] as const

const TWO_YEARS = 'max-age=63072000'

type Answer = { has(name: string): boolean; set(name: string, value: string): unknown }

/** Adds them where the answer has not chosen for itself (an embed may allow framing). */
export function secureHeaders(headers: Answer, protocol: 'http' | 'https'): void {
  for (const [name, value] of HEADERS) if (!headers.has(name)) headers.set(name, value)
  if (protocol === 'https') headers.set('strict-transport-security', TWO_YEARS)
}
