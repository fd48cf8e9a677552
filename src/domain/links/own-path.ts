const INSIDE = 'http://inside.invalid'
const NEVER = ['/l/', '/api/', '/buy/', '/media/', '/feeds/']

/**
 * The path of ours that a text names, or undefined: so that no link of ours ever leads to another site, whatever
 * tricks of slashes, backslashes or schemes stand in it. Links to links are refused too: they could run in circles.
 */
export function ownPath(text: string): string | undefined {
  if (!/^\/(?![/\\])/.test(text) || /[\\\u0000-\u001f\u007f]/.test(text)) return undefined
  const url = URL.parse(text, INSIDE)
  if (url?.origin !== INSIDE || NEVER.some((prefix) => `${url.pathname}/`.startsWith(prefix)))
    return undefined
  return url.pathname.startsWith('//') ? undefined : url.pathname + url.search + url.hash
}

/** A path of ours with more in its query; what was there under the same name is replaced. */
export function withQuery(path: string, query: Record<string, string>): string {
  const url = new URL(path, INSIDE)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.pathname + url.search + url.hash
}
