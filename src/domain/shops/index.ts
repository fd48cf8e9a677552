// A shop is one market square on its own host name; everything else belongs to exactly one.
export { addHost, removeHost, setMainHost } from './change-hosts.ts'
export { changeBrand, changeSettings } from './change-settings.ts'
export { guessLocale, isLocale, LOCALES, pathIn, splitLocale, type Locale } from './locales.ts'
export { openShop, type OpenShopInput } from './open-shop.ts'
export {
  demoSignInsOf,
  type DemoSignIn,
  findShopByHost,
  getShop,
  hasShops,
  listHosts,
  listShops,
  type Shop,
  type ShopHost
} from './queries.ts'
export { forgetShops, originOf, resolveShop } from './resolve-shop.ts'
