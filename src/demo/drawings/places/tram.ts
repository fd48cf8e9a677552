/** A green and cream tram from the side, and the stop it comes to. */
import { words } from '../lettering/index.ts'
import { C, dark, LIGHT, lite, SHADE } from '../palette.ts'
import { linear, place, times } from '../svg.ts'

const GREEN = '#2f7d5b'

const glass = (x: number, y: number, w: number, h: number) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="10" fill="#2c4a63"/><path d="M${x + 10} ${y + h - 8}L${x + w * 0.45} ${y + 6}h${w * 0.2}L${x + w * 0.4} ${y + h - 8}Z" fill="#fff" opacity=".16"/>`

const door = (x: number) =>
  `<rect x="${x}" y="92" width="132" height="330" rx="8" fill="${dark(GREEN, 0.35)}"/>${glass(x + 8, 104, 54, 280)}${glass(x + 70, 104, 54, 280)}`

const bogie = (x: number) =>
  `<path d="M${x - 90} 430h180l-20 40h-140z" fill="${C.ink}"/><circle cx="${x - 46}" cy="466" r="30" fill="#2b3350"/><circle cx="${x + 46}" cy="466" r="30" fill="#2b3350"/><circle cx="${x - 46}" cy="466" r="10" fill="${C.stone}"/><circle cx="${x + 46}" cy="466" r="10" fill="${C.stone}"/>`

/** The tram, 1200 long and 500 high, wheels on y 496. */
export function tram(line = '4', to = 'Tori'): string {
  const side = linear([
    [0, lite(GREEN, 0.25)],
    [0.5, GREEN],
    [1, dark(GREEN, 0.15)]
  ])
  const body =
    `${side.defs}<path d="M40 60Q44 30 90 30H1110Q1156 30 1160 60L1190 300V440H10V300Z" fill="${side.url}"/><path d="M10 300H1190V352H10Z" fill="${C.cream}"/>` +
    `<path d="M90 20H1110L1090 32H110Z" fill="${C.stone}"/><path d="M520 20L600-50 680 20" fill="none" stroke="${C.ink}" stroke-width="9"/><path d="M560-52H640" stroke="${C.ink}" stroke-width="10"/>`
  const windows = [70, 210, 500, 640, 930].map((x) => glass(x, 104, 124, 170)).join('')
  const plate = `<rect x="1066" y="46" width="90" height="46" rx="6" fill="${C.ink}"/>${words(`${line} ${to}`, 1111, 82, 34, { fill: C.cloud, maxWidth: 80 })}`
  return (
    body +
    windows +
    door(350) +
    door(780) +
    bogie(230) +
    bogie(960) +
    plate +
    `<circle cx="1174" cy="396" r="15" fill="${LIGHT}"/>`
  )
}

/** The stop: a pole with a yellow sign, a shelter's roof and a bench behind. */
export const tramStop = (x: number, y: number, scale: number) =>
  place(
    `<rect x="-6" y="-560" width="12" height="560" fill="${C.navy}"/><rect x="-58" y="-600" width="116" height="120" rx="14" fill="${C.cloud}"/>` +
      `<path d="M-34-560h68a8 8 0 0 1 8 8v40h-84v-40a8 8 0 0 1 8-8zM-30-512l-8 14M30-512l8 14" fill="${C.navy}" stroke="${C.navy}" stroke-width="5"/><path d="M-28-552h24v22h-24zM4-552h24v22H4z" fill="${C.cloud}"/>` +
      `<rect x="-44" y="-466" width="88" height="150" rx="6" fill="${C.paper}"/>${times(6, (i) => `<path d="M-32 ${-440 + i * 20}h${i % 2 ? 44 : 62}" stroke="${SHADE}" stroke-opacity=".5" stroke-width="6"/>`)}`,
    x,
    y,
    scale
  )

export const rails = (y: number, w: number) =>
  `<path d="M0 ${y}h${w}v8H0zM0 ${y + 44}h${w}v9H0z" fill="#7b7f86"/><path d="M0 ${y}h${w}v3H0zM0 ${y + 44}h${w}v3H0z" fill="#dfe3e6"/>`
