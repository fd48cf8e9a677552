import { pathIn } from '#domain/shops/locales.ts'
import type { Place } from './page-about.ts'

export const placeOf = ({ url, locals }: { url: URL; locals: App.Locals }): Place => ({
  origin: url.origin,
  at: (path) => url.origin + pathIn(locals.locale, locals.shop, path)
})
