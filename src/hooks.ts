import type { Reroute, Transport } from '@sveltejs/kit/hooks'
import { splitLocale } from '#domain/shops/locales.ts'
import { unsentTransport } from './routes/whole-page.ts'

/** /fi/products is the page /products in Finnish. */
export const reroute: Reroute = ({ url }) => splitLocale(url.pathname).path

export const transport: Transport = { Unsent: unsentTransport }
