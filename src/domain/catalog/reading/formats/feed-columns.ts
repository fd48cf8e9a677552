import { columnsBy } from './format.ts'
import type { Columns } from './format.ts'
import { fold } from '../columns.ts'

/** What a feed's column or element means, by its folded name; Google's, Meta's and Pinterest's spellings alike. */
const NAMES = {
  id: 'id',
  title: 'title',
  name: 'title',
  description: 'description',
  summary: 'description',
  content: 'description',
  richtextdescription: 'richDescription',
  link: 'link',
  imagelink: 'image',
  imageurl: 'image',
  image0url: 'image',
  image: 'image',
  additionalimagelink: 'moreImages',
  additionalimageurl: 'moreImages',
  additionalimagelinks: 'moreImages',
  availability: 'availability',
  inventory: 'quantity',
  quantity: 'quantity',
  quantitytosellonfacebook: 'quantity',
  selltoquantity: 'quantity',
  price: 'price',
  saleprice: 'salePrice',
  salepriceeffectivedate: 'saleDates',
  brand: 'brand',
  gtin: 'gtin',
  itemgroupid: 'group',
  producttype: 'productType',
  color: 'color',
  colour: 'color',
  size: 'size',
  material: 'material',
  pattern: 'pattern',
  gender: 'gender',
  agegroup: 'ageGroup',
  additionalvariantattribute: 'moreOptions',
  additionalvariantattributes: 'moreOptions',
  variantnames: 'variantNames',
  variantvalues: 'variantValues',
  shippingweight: 'weight',
  status: 'status',
  visibility: 'visibility',
  costofgoodssold: 'cost'
} as const

export type FeedName = (typeof NAMES)[keyof typeof NAMES]
export type Feed = Columns<FeedName> & { numbered: number[] }

const NUMBERED = /^(?:additional)?image(?:link)?(\d+)(?:url|link)?$/

/** Headings under which the items of an XML feed are read, and are written where they were left out. */
export const FEED_HEADINGS: readonly string[] = [
  'id', 'title', 'description', 'rich_text_description', 'link', 'image_link', 'additional_image_link', 'availability',
  'quantity', 'price', 'sale_price', 'sale_price_effective_date', 'brand', 'gtin', 'item_group_id', 'product_type',
  'color', 'size', 'material', 'pattern', 'gender', 'age_group', 'additional_variant_attribute', 'variant_names',
  'variant_values', 'shipping_weight', 'status', 'visibility', 'cost_of_goods_sold'
] // prettier-ignore

/** Under which of those headings an element is read. */
export const feedHeadingOf = (element: string): number => {
  const name = feedName(element)
  return name === undefined ? -1 : HEADING_OF.indexOf(name)
}

export const feedName = (heading: string): FeedName | undefined => {
  const folded = fold(heading.replace(/^g:/i, ''))
  return Object.hasOwn(NAMES, folded) ? NAMES[folded as keyof typeof NAMES] : undefined
}

const HEADING_OF = FEED_HEADINGS.map(feedName)

/** `image[0].url`, `image[1].url`, `additional_image_link[0]`: the pictures beyond the first, in their order. */
export function openFeed(headings: readonly string[]): Feed {
  const columns = columnsBy<FeedName>(headings, (_, heading) => feedName(heading))
  const folded = headings.map((heading) => fold(heading.replace(/^g:/i, '')))
  const numbered = folded.flatMap((name, index) =>
    NUMBERED.test(name) && index !== columns.at.image ? index : []
  )
  const ignored = columns.ignored.filter((heading) => !numbered.includes(headings.indexOf(heading)))
  return { ...columns, ignored, numbered }
}
