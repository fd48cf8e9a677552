/** The demo market's pictures: goods, post pictures and members, each drawn as an SVG document the same to the byte every time. */
export { demoCollections, demoGood, demoGoods } from './catalogue/index.ts'
export type { CollectionHandle, DemoGood, DemoOption, Words } from './catalogue/index.ts'
export { demoPeople, demoPerson } from './members/index.ts'
export type { DemoPerson } from './members/index.ts'
export { markSvg, wordmarkSvg } from './mark.ts'
export { productPicture } from './product-picture.ts'
export { demoScenes, emptyStallSvg, marketSvg } from './scenes/index.ts'
export type { DemoScene, SceneTag } from './scenes/index.ts'
