import type { Colours } from './colours.ts'

const STRIPES = 20
const STRIPE = 60
const RIDGE = 14
const DROP = 74

/** The awning along the upper edge: a ridge, stripes that end in scallops, and their shadow on what is below. */
export function awning({ awning, stripe }: Colours): string {
  const scallop = (i: number, fill: string, dy = 0) => {
    const [left, right, straight] = [i * STRIPE, (i + 1) * STRIPE, DROP - STRIPE / 2 + dy]
    return `<path fill="${fill}" d="M${left} 0H${right}V${straight}A${STRIPE / 2} ${STRIPE / 2} 0 0 1 ${left} ${straight}Z"/>`
  }
  const every = (draw: (i: number) => string) => Array.from({ length: STRIPES }, (_, i) => draw(i)).join('')
  return `<linearGradient id="fold" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#141a33" stop-opacity=".26"/><stop offset=".4" stop-color="#141a33" stop-opacity="0"/><stop offset="1" stop-color="#141a33" stop-opacity=".08"/></linearGradient>
    <g opacity=".1">${every((i) => scallop(i, '#141a33', 10))}</g><g opacity=".12">${every((i) => scallop(i, '#141a33', 5))}</g>
    ${every((i) => scallop(i, i % 2 ? stripe : awning))}
    <path fill="url(#fold)" d="M0 ${RIDGE}H1200V${DROP - STRIPE / 2}H0Z"/><path fill="${awning}" d="M0 0H1200V${RIDGE}H0Z"/>`
}

/** The market's mark in the shop's colours: an awning over a speech bubble, drawn on 32 by 32. */
export const mark = ({ awning, harbour }: Colours, x: number, y: number, size: number): string =>
  `<g transform="translate(${x} ${y}) scale(${size / 32})"><path d="M3.5 10H28.5V20A6.5 6.5 0 0 1 22 26.5H15.2L8.4 31.6C7.6 32.2 6.5 31.6 6.5 30.6V25.9A6.5 6.5 0 0 1 3.5 20.5Z" fill="${harbour}"/><path d="M4.50 3.5H12.17L11 10.5V12A5 5 0 0 1 1 12V10.5Z" fill="${awning}"/><path d="M12.17 3.5H19.83L21 10.5V12A5 5 0 0 1 11 12V10.5Z" fill="#fffdf8"/><path d="M19.83 3.5H27.50L31 10.5V12A5 5 0 0 1 21 12V10.5Z" fill="${awning}"/><path d="M5.6 1H26.4A1.6 1.6 0 0 1 28 2.6V5H4V2.6A1.6 1.6 0 0 1 5.6 1Z" fill="${awning}"/></g>`
