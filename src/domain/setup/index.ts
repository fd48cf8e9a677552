// Opening shops: the first one by whoever installs, further ones by that shop’s owners; and how far an opening is.
export { canOpenShops, openAnotherShop } from './open-another-shop.ts'
export { openFirstShop } from './open-first-shop.ts'
export { confirmDelivery } from './confirm-delivery.ts'
export { openingOf, type Opening } from './opening.ts'
export { openMarket } from './open-market.ts'
export { isKeyNeeded, isSetupKey, setupPath } from './setup-key.ts'
export { startSetup } from './start-setup.ts'
