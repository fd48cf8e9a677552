export const LOCALES = ['en', 'fi', 'nb'] as const
export type Locale = (typeof LOCALES)[number]

export const isLocale = (text: string | undefined): text is Locale => LOCALES.includes(text as Locale)

/** Splits /fi/products into its language and the rest; the language is undefined when the path names none. */
export function splitLocale(pathname: string): { locale: Locale | undefined; path: string } {
  const [, first, ...rest] = pathname.split('/')
  if (!isLocale(first)) return { locale: undefined, path: pathname }
  return { locale: first, path: '/' + rest.join('/') }
}

/** A path in a language: the shop's own language has no prefix. */
export function pathIn(locale: string, shop: { locale: string }, path: string): string {
  if (locale === shop.locale) return path
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}

const NORWEGIAN = ['no', 'nn']

/** The first of our languages that a browser asks for (Accept-Language); English if it asks for none of them. */
export function guessLocale(acceptLanguage: string): Locale {
  const wanted = acceptLanguage.split(',').map((range) => range.trim().split(/[-;]/)[0]!.toLowerCase())
  return wanted.map((tag) => (NORWEGIAN.includes(tag) ? 'nb' : tag)).find(isLocale) ?? 'en'
}
