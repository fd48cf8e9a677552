/** The town by the harbour: its row of houses, the white church with a green dome, the market stalls. */
import { C, mix, SHADE } from '../palette.ts'
import { random } from '../random.ts'
import { place, round, times } from '../svg.ts'

const WALLS = ['#f1d9a8', '#f4e6cf', '#e9bfa2', '#f6efe2', '#d9c7a8'] as const

function house(x: number, w: number, h: number, wall: string): string {
  const windows = times(3, (row) => {
    let line = ''
    for (let dx = 10; dx < w - 14; dx += 20) line += `M${round(x + dx)} ${round(-h + 14 + row * 24)}h9v14h-9z`
    return line
  })
  return (
    `<rect x="${x}" y="${-h}" width="${w}" height="${h}" fill="${wall}"/><rect x="${round(x - 3)}" y="${round(-h - 10)}" width="${round(w + 6)}" height="12" fill="${mix('#b5694c', wall, 0.25)}"/>` +
    `<path d="${windows}" fill="${C.harbour}" opacity=".42"/>`
  )
}

/** A row of houses whose feet stand on y 0. */
export function skyline(w: number, seed = 21): string {
  const next = random(seed)
  let row = ''
  for (let x = -20; x < w;) {
    const [width, height] = [round(60 + next() * 70), round(64 + next() * 50)]
    row += house(round(x), width, height, WALLS[Math.floor(next() * WALLS.length)] ?? WALLS[0])
    x += width
  }
  return row
}

/** The cathedral, its foot on (0, 0). */
export const cathedral =
  '<rect x="-80" y="-90" width="160" height="90" fill="#f7f2e8"/><path d="M-92-90L0-128 92-90Z" fill="#f7f2e8"/><rect x="-36" y="-170" width="72" height="60" fill="#efe7d8"/>' +
  `<path d="M-44-170C-44-226 44-226 44-170Z" fill="#5fa08a"/><path d="M0-226v-30" stroke="${C.cloud}" stroke-width="5"/>` +
  `<g fill="${SHADE}" opacity=".14">${times(6, (i) => `<rect x="${-66 + i * 24}" y="-82" width="10" height="82"/>`)}</g>`

const canopy = (a: string) =>
  times(7, (i) => {
    const [top, low] = [round(10 + i * 25.7), round(24.3 + i * 30.3)]
    return `<path d="M${top} 0h25.7L${low} 40v8a15.1 13 0 0 1-30.3 0v-8Z" fill="${i % 2 ? C.paper : a}"/>`
  })

/** A market stall, 200 x 150, its awning in a colour and paper white. */
export function stall(
  x: number,
  y: number,
  scale: number,
  a: string = C.orange,
  fruit: readonly string[] = [C.cloud, C.lingon, C.sage, C.harbour]
): string {
  const next = random(Math.round(x + y))
  const heap = times(14, (i) => {
    const fill = fruit[Math.floor(next() * fruit.length)]
    return `<circle cx="${16 + i * 13}" cy="${92 - (i % 2) * 9}" r="9" fill="${fill}"/>`
  })
  const body =
    `<path d="M4 34h4v116H4zM192 34h4v116h-4z" fill="${C.navy}"/><rect x="8" y="36" width="184" height="70" fill="${C.navy}" opacity=".5"/>${heap}` +
    `<rect x="2" y="98" width="196" height="54" fill="${C.sand}"/><path d="M2 98h196v10H2z" fill="${C.cream}"/><path d="M66 108v44M132 108v44" stroke="${SHADE}" stroke-opacity=".18" stroke-width="3"/>` +
    `${canopy(a)}<path d="M-6 40h212v8H-6z" fill="${SHADE}" opacity=".12"/>`
  return place(body, x, y, scale)
}
