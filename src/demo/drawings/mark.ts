/** The mark (an awning over a speech bubble, 32 unit grid) and the wordmark, its i dotted by one scallop. */
import { typeset } from './lettering/index.ts'
import { C } from './palette.ts'
import { picture, round } from './svg.ts'

type MarkColours = { awning?: string; stripe?: string; bubble?: string }

function stripes(awning: string, stripe: string): string {
  const third = 23 / 3
  return [0, 1, 2]
    .map((i) => {
      const [from, to, low] = [round(4.5 + i * third), round(4.5 + (i + 1) * third), 1 + i * 10]
      const d = `M${from} 3.5H${to}L${low + 10} 10.5V12A5 5 0 0 1 ${low} 12V10.5Z`
      return `<path d="${d}" fill="${i % 2 ? stripe : awning}"/>`
    })
    .join('')
}

/** The mark's shapes. A ridge holds three stripes, so the white one is closed on all sides. */
export function markGlyph({
  awning = C.orange,
  stripe = C.paper,
  bubble = C.harbour
}: MarkColours = {}): string {
  return (
    `<path d="M3.5 10H28.5V20A6.5 6.5 0 0 1 22 26.5H15.2L8.4 31.6C7.6 32.2 6.5 31.6 6.5 30.6V25.9A6.5 6.5 0 0 1 3.5 20.5Z" fill="${bubble}"/>` +
    stripes(awning, stripe) +
    `<path d="M5.6 1H26.4A1.6 1.6 0 0 1 28 2.6V5H4V2.6A1.6 1.6 0 0 1 5.6 1Z" fill="${awning}"/>`
  )
}

/** The mark as a document; colours may be given to suit a ground or a brand kit. */
export const markSvg = (colours?: MarkColours) =>
  picture(32, 32, markGlyph({ bubble: '#2a76b8', ...colours }))

/** “Torilla” as a document, 100 units high letters on a baseline at 76; ink is any CSS colour. */
export function wordmarkSvg(ink = 'currentColor', scallop: string = C.orange): string {
  const at = (part: string, x: number) => `<g transform="translate(${x})">${part}</g>`
  const [head, i, tail] = [typeset('Tor', 'word'), typeset('ı', 'word'), typeset('lla', 'word')]
  const x = head.width - 30
  const letters = head.letters + at(i.letters, x) + at(tail.letters, x + i.width - 10)
  const dot = round((x + i.width / 2) / 10)
  const width = Math.ceil((x + i.width - 10 + tail.width) / 10)
  const body =
    `<g fill="${ink}" transform="translate(0 76) scale(.1)">${letters}</g>` +
    `<path d="M${round(dot - 11)} 3h22v5a11 11 0 0 1-22 0z" fill="${scallop}"/>`
  return picture(width, 80, body)
}
