/** Whether a browser or a messenger only looks ahead at an address that nobody has tapped: prefetch, preview, HEAD. */
export function looksAhead({ method, headers }: { method: string; headers: Headers }): boolean {
  const purpose = ['sec-purpose', 'purpose', 'x-moz'].map((name) => headers.get(name)).join(' ')
  return method === 'HEAD' || /prefetch|prerender|preview/i.test(purpose)
}
