import { browser } from '$app/env'

/** What a page without a framework shows: rendered on the server, and not sent a second time as data. */
export class Unsent<T> {
  readonly value: T
  constructor(value: T) {
    this.value = value
  }
}

/** For hooks.ts: stands where the data would, in a page that has no script to read it. */
export const unsentTransport = {
  encode: (value: unknown) => value instanceof Unsent && 'unsent',
  decode: () => new Unsent(undefined)
}

type Loading<T> = { data: { unsent: Unsent<T> }; url: URL }

/** The load of a page with `csr = false`; a reader who comes from a page with a framework loads it whole. */
export function wholePage<T>({ data, url }: Loading<T>): T | Promise<T> {
  if (!browser) return data.unsent.value
  if (location.href === url.href) location.reload()
  else location.assign(url)
  return new Promise<T>(() => {})
}
