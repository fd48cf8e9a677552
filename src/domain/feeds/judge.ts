import { shownPictures, titleOf, type Item, type Telling } from './item.ts'
import type { FeedProblem } from './problems.ts'

/** What the network would refuse about an item, or may dislike. */
export function judge(telling: Telling, item: Item): FeedProblem[] {
  const found = [...judgePictures(telling), ...judgeFacts(telling, item), ...judgeWords(telling)]
  return found.flatMap(([holds, problem]) => (holds ? [problem] : []))
}

type Found = [holds: boolean, problem: FeedProblem][]

function judgePictures({ spec, goods, variant }: Telling): Found {
  const first = shownPictures(goods, variant)[0]
  const side = first ? Math.min(first.width, first.height) : Infinity
  return [
    [goods.pictures.length === 0, 'picture_missing'],
    [goods.pictures.length > 0 && !first, 'picture_pending'],
    [side < spec.limits.pictureSide, 'picture_small']
  ]
}

function judgeFacts({ feed, spec, goods, variant }: Telling, item: Item): Found {
  return [
    [variant.price === 0, 'price_zero'],
    [item.id.length > spec.limits.id, 'id_too_long'],
    [spec.idForbids?.test(item.id) ?? false, 'id_characters'],
    [item.link.length > spec.limits.link, 'link_too_long'],
    [!goods.vendor && !feed.settings.brand, 'brand_is_shop'],
    [Boolean(variant.barcode) && !item.gtin, 'gtin_wrong'],
    [feed.network === 'google' && !variant.barcode && Boolean(goods.vendor), 'gtin_missing']
  ]
}

function judgeWords(telling: Telling): Found {
  const { title } = titleOf(telling)
  const { words, spec } = telling
  const { limits } = spec
  return [
    [words === '', 'description_missing'],
    [title.length > limits.title, 'title_cut'],
    [words.length > limits.description, 'description_cut']
  ]
}
