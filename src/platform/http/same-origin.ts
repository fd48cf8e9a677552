const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Whether a browser sent this changing request from another site's page. Browsers say so in Sec-Fetch-Site, which no
 * page can forge; older ones send Origin. A program sends neither, and carries no cookie worth stealing.
 */
export function isCrossSite(request: { method: string; headers: Headers }, origin: string): boolean {
  if (SAFE.includes(request.method)) return false
  const site = request.headers.get('sec-fetch-site')
  if (site) return site !== 'same-origin' && site !== 'none'
  const from = request.headers.get('origin')
  return from !== null && from !== origin
}
