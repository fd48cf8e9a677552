import type { Reroute } from '@sveltejs/kit/hooks'
import { splitLocale } from '#domain/shops/locales.ts'

/** /fi/products is the page /products in Finnish. */
export const reroute: Reroute = ({ url }) => splitLocale(url.pathname).path
