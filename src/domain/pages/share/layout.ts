import type { Shop } from '#domain/shops/index.ts'
import {
  breakLines,
  drawable,
  drawLine,
  widthOf,
  type Face,
  type Letters
} from '#platform/lettering/index.ts'
import type { PageCard } from '../card.ts'
import { coloursOf, type Colours } from './colours.ts'
import { awning, mark } from './parts.ts'
import { priceCard } from './price-card.ts'
import { SHARE_SIZE } from './version.ts'

const { width: W, height: H } = SHARE_SIZE
const EDGE = 588
const MARGIN = 60

export type Frame = { left: number; top: number; width: number; height: number }

const GAP = 6
// The pictures begin where the awning's scallops do: what is at their upper edge stays in sight.
const UPPER = 44
const SIDE = W - EDGE

/** Where the pictures go: one fills the right half, three are one large and two beside it. */
export function framesFor(count: number): Frame[] {
  if (count === 0) return []
  if (count === 1) return [{ left: EDGE, top: UPPER, width: SIDE, height: H - UPPER }]
  const wide = count === 2 ? (SIDE - GAP) / 2 : 380
  const rest = SIDE - wide - GAP
  const tall = H - UPPER
  const first = { left: EDGE, top: UPPER, width: wide, height: tall }
  const beside = { left: EDGE + wide + GAP, width: rest }
  if (count === 2) return [first, { ...beside, top: UPPER, height: tall }]
  const half = (tall - GAP) / 2
  return [
    first,
    { ...beside, top: UPPER, height: half },
    { ...beside, top: UPPER + half + GAP, height: half }
  ]
}

/** What is drawn under the pictures, and over them. */
export function layout(letters: Letters, card: PageCard, shop: Shop): { under: string; over: string } {
  const colours = coloursOf(shop.brand)
  const pictured = card.pictures.length > 0
  const room = pictured ? EDGE - MARGIN - 44 : W - 2 * MARGIN - 300
  const price =
    card.price &&
    priceCard(
      letters,
      card.price,
      shop,
      colours,
      pictured ? { x: EDGE + 70, y: 506, scale: 1 } : { x: 940, y: 330, scale: 1.7 }
    )
  return {
    under: svg(`<rect width="${W}" height="${H}" fill="${colours.paper}"/>`),
    over: svg(`
      ${awning(colours)}
      ${pictured || price ? '' : mark(colours, 860, 230, 260)}
      ${words(letters, card, shop, colours, room)}
      ${foot(letters, card, shop, colours)}
      ${price ?? ''}`)
  }
}

const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}">${body}</svg>`

const SIZES = [88, 76, 66, 58, 50]
const TOP = 112
const BOTTOM = 520

/** The title as large as it fits, with what the page says beneath where there is room, in the middle of its place. */
function words(letters: Letters, card: PageCard, shop: Shop, colours: Colours, width: number): string {
  const title = drawable(card.title, letters.headline) || drawable(shop.name, letters.headline)
  const tried = SIZES.map((size) => ({
    size,
    ...breakLines(title, letters.headline, { size, width, most: 4 })
  }))
  const big = tried.find(({ whole, lines, size }) => whole && lines.length * size <= 270) ?? tried.at(-1)!
  const said = card.text === card.title ? '' : drawable(card.text, letters.text)
  const most = Math.max(
    0,
    Math.min(4, Math.floor((BOTTOM - TOP - big.lines.length * big.size * 1.06 - 20) / 38))
  )
  const small = said && most ? breakLines(said, letters.text, { size: 27, width, most }).lines : []
  const tall = big.lines.length * big.size * 1.06 + (small.length ? 18 + small.length * 38 : 0)
  // The shop's own mark stands above its name.
  const top = TOP + (BOTTOM - TOP - tall) / 2 + (card.kind === 'shop' ? 44 : 0)
  const headline = big.lines.map((line, i) =>
    drawLine(line, letters.headline, { x: MARGIN, y: top + big.size * (0.86 + i * 1.06), size: big.size })
  )
  const below = top + big.lines.length * big.size * 1.06 + 18
  const text = small.map((line, i) =>
    drawLine(line, letters.text, { x: MARGIN, y: below + 28 + i * 38, size: 27 })
  )
  return `<g fill="${colours.ink}">${headline.join('')}</g><g fill="${colours.soft}">${text.join('')}</g>`
}

/** Whose page it is. The shop's own page says so in its title, under a larger mark. */
function foot(letters: Letters, card: PageCard, shop: Shop, colours: Colours): string {
  if (card.kind === 'shop') return mark(colours, MARGIN - 6, 112, 84)
  const name = fitting(drawable(shop.name, letters.headline), letters, 'headline', 34, 340)
  const letterings = drawLine(name, letters.headline, { x: MARGIN + 62, y: 581, size: 34 })
  return `${mark(colours, MARGIN - 4, 544, 52)}<g fill="${colours.ink}">${letterings}</g>`
}

function fitting(text: string, letters: Letters, face: Face, size: number, width: number): string {
  if ((widthOf(text, letters[face]) * size) / 1000 <= width) return text
  return breakLines(text, letters[face], { size, width, most: 1 }).lines[0] ?? ''
}
