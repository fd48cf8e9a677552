import { pathIn } from '#domain/shops/locales.ts'

type Reader = { locale: string; shop: { locale: string } | null; clickId: string | null }

/** Adds the click id to an address of ours, before its fragment. */
export function withClick(address: string, clickId: string): string {
  const [rest = '', ...fragment] = address.split('#')
  const kept = `${rest}${rest.includes('?') ? '&' : '?'}tclid=${encodeURIComponent(clickId)}`
  return [kept, ...fragment].join('#')
}

/** A path of ours as this reader's link: in their language, keeping the click that brought them. */
export function addressFor({ locale, shop, clickId }: Reader, path: string): string {
  const address = shop ? pathIn(locale, shop, path) : path
  return clickId ? withClick(address, clickId) : address
}

/** What an address asks, without the name of the form action that was last sent to it. */
export function queryOf({ search }: Pick<URL, 'search'>): string {
  const parts = search.slice(1).split('&')
  return parts.filter((part) => part && !/^(\/|%2F)/i.test(part)).join('&')
}

/**
 * One of a page's form actions. A bare `?/take` would take the place of the whole query: of the click id, and of what
 * the page was asked for, which it has to show again when it refuses.
 */
export function actionFor(url: Pick<URL, 'search'>, name: string): string {
  const query = queryOf(url)
  return `?/${name}${query && `&${query}`}`
}

/** This very page again, to come back to; not its last answer to a form. */
export function pageAgain(url: Pick<URL, 'pathname' | 'search'>): string {
  const query = queryOf(url)
  return url.pathname + (query && `?${query}`)
}
