// The pages of a shop that are everyone's to see, in the words and pictures by which other programs show them.
export {
  cardOfCampaign,
  cardOfCollection,
  cardOfPost,
  cardOfProduct,
  cardOfShop,
  pathOf,
  type PageCard
} from './card.ts'
export { findCard } from './find-card.ts'
export { countAddresses, listAddresses, SECTIONS, type Address, type Section } from './list-addresses.ts'
export { openSharePicture } from './share/share-picture.ts'
export { SHARE_SIZE, sharePath, SHOP_SHARE_PATH, versionOf } from './share/version.ts'
