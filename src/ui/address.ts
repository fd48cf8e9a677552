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

/** One of a page's form actions. A bare `?/take` would take the place of the whole query, the click id with it. */
export const actionFor = ({ clickId }: Pick<Reader, 'clickId'>, name: string): string =>
  clickId ? withClick(`?/${name}`, clickId) : `?/${name}`
