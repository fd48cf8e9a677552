/** Poster motifs, each in a 468 x 670 field with its title at the foot. */
import { words } from '../lettering/index.ts'
import { bun, fir, fish, kiosk } from '../motifs.ts'
import { C, dark, mix } from '../palette.ts'
import { prints } from '../prints.ts'
import { random } from '../random.ts'
import { place, round, times } from '../svg.ts'

type Inks = { paper: string; a: string; b: string }
type Art = (inks: Inks) => string
const [W, H] = [468, 670]

const band = (y: number, h: number, fill: string) =>
  `<rect y="${y}" width="${W}" height="${h}" fill="${fill}"/>`
const title = (text: string, fill: string = C.navy) =>
  words(text, 32, H - 34, 40, { fill, anchor: 'start', maxWidth: 404 })

/** A line of rounded skerries from edge to edge, filled down by 80. */
export function skerry(y: number, swell: number, fill: string, seed: number): string {
  const next = random(seed)
  let d = `M-10 ${y + 80}V${y}`
  for (let x = -10; x < 490;) {
    const [w, h] = [round(50 + next() * 90), round(14 + next() * swell)]
    d += `q${round(w / 2)} ${-h} ${w} 0`
    x += w
  }
  return `<path d="${d}V${y + 80}Z" fill="${fill}"/>`
}

const sun: Art = ({ paper, a, b }) =>
  `<circle cx="234" cy="250" r="150" fill="${a}"/>${band(330, 250, b)}` +
  times(
    6,
    (i) =>
      `<rect x="${150 - i * 14 + (i % 2) * 26}" y="${344 + i * 36}" width="${170 + i * 10}" height="15" rx="7.5" fill="${a}"/>`
  ) +
  skerry(330, 26, C.navy, 9) +
  band(580, 90, paper) +
  title('Kesäyö')

const herring: Art = ({ paper, a, b }) => {
  const inks = [a, b, C.navy]
  const swim = (x: number, y: number, k: number, i: number) =>
    `<g transform="translate(${x} ${y}) scale(${k} 1.9)">${fish(inks[i % 3] ?? a, paper)}</g>`
  const rows = times(
    7,
    (i) => swim(i % 2 ? 250 : 20, 40 + i * 78, 2.7, i) + swim(i % 2 ? 36 : 256, 40 + i * 78, 2.4, i + 1)
  )
  return rows + band(590, 90, paper) + title('Silakkamarkkinat')
}

const isles: Art = ({ paper, a, b }) =>
  `<circle cx="330" cy="150" r="66" fill="${a}"/>` +
  times(5, (i) =>
    skerry(250 + i * 74, 60 - i * 4, mix(mix(b, paper, 0.75), dark(b, 0.4), i / 4), 11 + i * 5)
  ) +
  place(prints.boat(C.cream, C.lingon), 120, 356, 0.5) +
  band(600, 70, dark(b, 0.4)) +
  title('Skjærgård', C.cream)

const stalls: Art = ({ a, b }) => {
  const fruit = [a, C.cloud, C.lingon, C.sage]
  const one = (i: number) =>
    kiosk(i % 3 ? C.orange : C.lingon, mix(b, C.navy, 0.45), fruit.slice(i % 3).concat(fruit))
  const all = times(6, (i) => place(one(i), 30 + (i % 2) * 214, 40 + Math.floor(i / 2) * 190))
  return band(0, H, b) + all + title('Torilla tavataan', C.cream)
}

const lighthouse: Art = ({ a }) =>
  `<path d="M${W} 130L250 176 ${W} 240Z" fill="${C.cloud}" opacity=".8"/><path d="M206 200h66l30 340H176Z" fill="${C.paper}"/>` +
  `<path d="M200 270h80l8 80h-96ZM186 430h108l8 80H178Z" fill="${a}"/><rect x="196" y="150" width="86" height="50" fill="${C.navy}"/>` +
  `<path d="M190 150L239 92l49 58Z" fill="${a}"/><rect x="218" y="160" width="42" height="30" fill="${C.cloud}"/>` +
  skerry(540, 40, C.navy, 3) +
  band(590, 90, C.navy) +
  title('Fyret', C.cream)

const letters: Art = ({ a, b }) =>
  words('TORIL', 234, 210, 210, { fill: a, maxWidth: 410 }) +
  words('LA TA', 234, 370, 210, { fill: b, maxWidth: 410 }) +
  words('VATAAN', 234, 530, 210, { fill: a, maxWidth: 410 }) +
  title('kello 10')

const woods: Art = ({ a, b }) => {
  const next = random(15)
  const row = (y: number, k: number, ink: string) =>
    times(7, (i) => place(fir(ink, ink), -6 + i * 80 + next() * 26, y + next() * 18, k + next() * 0.5))
  return (
    `<path d="M-10 60C120 10 200 150 330 90 400 60 440 80 480 60V130C420 150 380 130 320 170 220 230 120 90-10 140Z" fill="${a}" opacity=".75"/>` +
    row(420, 2.4, mix(b, C.sky, 0.3)) +
    row(520, 2.7, b) +
    row(616, 3, dark(b, 0.5)) +
    band(572, 98, dark(b, 0.5)) +
    title('Kaamos', C.cream)
  )
}

const sauna: Art = ({ paper, a, b }) =>
  `<path d="M330 130c-30-34 26-52 0-90M366 120c-22-26 18-40 0-66" fill="none" stroke="${C.paper}" stroke-width="11" stroke-linecap="round"/>` +
  `<rect x="326" y="140" width="40" height="90" fill="${C.navy}"/><path d="M60 330L240 170 420 330Z" fill="${C.navy}"/><rect x="96" y="320" width="288" height="150" fill="${a}"/>` +
  times(4, (i) => `<path d="M96 ${350 + i * 30}H384" stroke="${dark(a, 0.4)}" stroke-width="4"/>`) +
  `<rect x="206" y="360" width="70" height="110" fill="${C.navy}"/><rect x="124" y="360" width="52" height="46" fill="${C.cloud}"/>${band(466, 120, b)}` +
  times(
    5,
    (i) =>
      `<rect x="${40 + i * 84}" y="${500 + (i % 3) * 24}" width="70" height="8" rx="4" fill="${paper}" opacity=".6"/>`
  ) +
  band(586, 90, paper) +
  title('Saunarauha')

const bakery: Art = ({ paper, a, b }) => {
  const one = (i: number) =>
    place(bun(a, dark(b, 0.1)), 132 + (i % 2) * 204, 104 + Math.floor(i / 2) * 136, 0.86, i % 3 ? 6 : -8)
  return times(8, one) + band(590, 90, paper) + title('Korvapuusti', b)
}

export const posterArt = {
  sun,
  herring,
  isles,
  stalls,
  lighthouse,
  letters,
  woods,
  sauna,
  bakery
} satisfies Record<string, Art>
export type PosterArt = keyof typeof posterArt

/** A motif on its paper, 468 x 670. */
export const printed = (art: PosterArt, inks: Inks) => band(0, H, inks.paper) + posterArt[art](inks)
