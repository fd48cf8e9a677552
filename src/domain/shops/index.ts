// A shop is one market square on its own host name; everything else belongs to exactly one.
export { openShop, type OpenShopInput } from './open-shop.ts'
export { findShopByHost, getShop, listShops, type Shop } from './queries.ts'
export { forgetShops, originOf, resolveShop } from './resolve-shop.ts'
export { isLocale, LOCALES, pathIn, splitLocale, type Locale } from './locales.ts'
