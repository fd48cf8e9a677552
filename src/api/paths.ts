const PREFIXES = [
  '/api/',
  '/healthz',
  '/readyz',
  '/metrics',
  '/l/',
  '/buy/',
  '/media/',
  '/feeds/',
  '/oembed',
  '/posts.',
  '/robots.txt',
  '/share/',
  '/sitemap'
]

/** Whether Hono answers this path; Kit answers the rest. */
export const wantsApi = (path: string): boolean => PREFIXES.some((prefix) => path.startsWith(prefix))
