import { page } from '$app/state'
import { pathIn } from '#domain/shops/locales.ts'

/** The address of a place on this square, in the language being read and keeping the click that brought us here. */
export function to(path: string): string {
  const { locale, shop, clickId } = page.data
  const address = shop ? pathIn(locale, shop, path) : path
  return clickId ? withClick(address, clickId) : address
}

/** Adds the click id to an address of ours, before its fragment. */
export function withClick(address: string, clickId: string): string {
  const [rest = '', fragment] = address.split('#', 2)
  const kept = `${rest}${rest.includes('?') ? '&' : '?'}tclid=${encodeURIComponent(clickId)}`
  return fragment === undefined ? kept : `${kept}#${fragment}`
}
