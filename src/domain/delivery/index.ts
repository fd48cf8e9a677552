// How goods reach their buyers and what that costs: zones, ways of delivery, and the VAT of the country they go to.
export { listCountries, type Country } from './list-countries.ts'
export { listTaxRates, listZones, type TaxRate, type Zone } from './list-delivery.ts'
export { named, rateName } from './rate-name.ts'
export { offerRates, readTerms, type OfferedRate, type TaxRates, type Terms } from './rates.ts'
export { removeRate, saveRate } from './save-rate.ts'
export { removeZone, saveZone } from './save-zone.ts'
export { seedDelivery } from './seed-defaults.ts'
export { removeTaxRate, setTaxRate } from './set-tax-rate.ts'
