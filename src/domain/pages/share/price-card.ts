import type { Shop } from '#domain/shops/index.ts'
import { drawable, drawLine, widthOf, type Letters } from '#platform/lettering/index.ts'
import { moneyParts } from '#platform/money/index.ts'
import type { PageCard } from '../card.ts'
import type { Colours } from './colours.ts'

type Price = NonNullable<PageCard['price']>
type Piece = { text: string; size: number; raised: number; ruled?: boolean }

const SIZE = 104
const PAD = 30
const HEIGHT = 142

/** A price on its card, pegged up and a little askew, its middle at (x, y); a discount's card is yellow. */
export function priceCard(
  letters: Letters,
  { amount, compareAt }: Price,
  { currency, locale }: Pick<Shop, 'currency' | 'locale'>,
  { ink }: Colours,
  { x, y, scale }: { x: number; y: number; scale: number }
): string {
  const { sign, signFirst, whole, cents } = moneyParts({ amount, currency }, locale)
  const pieces: Piece[] = [
    { text: whole, size: SIZE, raised: 0 },
    ...(cents ? [{ text: cents, size: SIZE * 0.52, raised: SIZE * 0.34, ruled: true }] : [])
  ]
  const unit = { text: sign, size: SIZE * 0.52, raised: SIZE * 0.34 }
  const line = signFirst ? [unit, ...pieces] : [...pieces, unit]
  const { svg, width } = setPieces(line, letters)
  const wide = width + PAD * 2
  const sheet = `<rect width="${wide}" height="${HEIGHT}" rx="14"`
  return `<g transform="translate(${x} ${y}) scale(${scale}) rotate(-4) translate(${-wide / 2} ${-HEIGHT / 2})">
    <g fill="#141a33" opacity=".16">${sheet} y="9"/></g><g fill="#141a33" opacity=".16">${sheet} y="4" x="1"/></g>
    ${sheet} fill="${compareAt ? '#f9c440' : '#fdfaf0'}"/>
    <g fill="${ink}" transform="translate(${PAD} 108)">${svg}</g>
    <g transform="translate(${wide / 2 - 11} -26)"><rect width="22" height="54" rx="4" fill="#c99f6a"/><path d="M0 4a4 4 0 0 1 4-4h4v54H4a4 4 0 0 1-4-4Z" fill="#dcb98b"/><rect x="0" y="30" width="22" height="4" fill="#8a6a40"/></g>
  </g>`
}

function setPieces(pieces: readonly Piece[], letters: Letters): { svg: string; width: number } {
  let x = 0
  const drawn = pieces.map(({ text, size, raised, ruled }) => {
    const face = drawable(text, letters.sign) ? letters.sign : letters.headline
    const shown = drawable(text, face)
    const width = (widthOf(shown, face) * size) / 1000
    const rule = ruled ? `<rect x="${x}" y="${8 - raised}" width="${width}" height="5"/>` : ''
    const svg = drawLine(shown, face, { x, y: -raised, size }) + rule
    x += width + 6
    return svg
  })
  return { svg: drawn.join(''), width: x - 6 }
}
