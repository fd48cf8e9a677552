// The pages of a shop that are everyone's to see, in the words and pictures by which other programs show them.
export { cardOfCampaign, cardOfPost, cardOfProduct, cardOfShop, pathOf, type PageCard } from './card.ts'
export { findCard } from './find-card.ts'
export { countAddresses, listAddresses, SECTIONS, type Address, type Section } from './list-addresses.ts'
