const PREFIXES = [
  '/api/',
  '/healthz',
  '/readyz',
  '/metrics',
  '/l/',
  '/buy/',
  '/media/',
  '/feeds/',
  '/hooks/',
  '/oembed',
  '/posts.',
  '/robots.txt',
  '/share/',
  '/sitemap',
  '/.well-known/ucp'
]

// Ways in that other shops' links use; at the same paths we have pages and forms of our own.
const FOLLOWED = [/^\/buy$/, /^\/checkout\/?$/, /^\/checkout-link\/?$/, /^\/cart\/[^/]*(:|%3a)[^/]*$/i]

/** Whether Hono answers this path; Kit answers the rest. */
export function wantsApi(path: string, method = 'GET'): boolean {
  if (PREFIXES.some((prefix) => path.startsWith(prefix))) return true
  const [bare = path] = /^[^?#]*/.exec(path) ?? []
  return (method === 'GET' || method === 'HEAD') && FOLLOWED.some((pattern) => pattern.test(bare))
}
