/** The whole market square at ten in the morning, tall for a post or wide for a banner. */
import { say } from '../catalogue/demo-good.ts'
import { C, dark, HAIR, SHADE, SKIN } from '../palette.ts'
import { footShade, granite } from '../places/ground.ts'
import { cloud, gull, sky } from '../places/sky.ts'
import { cathedral, skyline, stall } from '../places/town.ts'
import { boat, water } from '../places/water.ts'
import { place, times } from '../svg.ts'
import { frame, type DemoScene } from './stage.ts'

/** Someone small, with a bag, at a distance. */
function shopper(x: number, y: number, scale: number, coat: string, skin: string, hair: string): string {
  const body =
    footShade(34, 150, 60) +
    `<path d="M-12 90h24l-2 60h-9l-1-40-3 40h-9Z" fill="${C.navy}"/><path d="M-24 30C-34 44-38 64-36 88M24 30C34 44 38 64 36 88" stroke="${dark(coat, 0.12)}" stroke-width="12" stroke-linecap="round" fill="none"/>` +
    `<path d="M-22 34C-22 12 22 12 22 34L26 96H-26Z" fill="${coat}"/><path d="M6 16c12 4 16 10 16 18l4 62H8C12 66 12 40 6 16Z" fill="${SHADE}" opacity=".14"/><path d="M-14 148h14v6h-16zM2 148h14l2 6H2z" fill="${C.ink}"/>` +
    `<path d="M28 84h24v30H28z" fill="${C.sand}"/><path d="M32 86c0-14 16-14 16 0" stroke="${C.sand}" stroke-width="3" fill="none"/><circle r="16" fill="${skin}"/><path d="M-17 0C-18-22 18-22 17 0 10-8-8-10-17 0Z" fill="${hair}"/>`
  return place(body, x, y, scale)
}

/** Each as shares of the width and height, a size, a coat, skin and hair. */
const CROWD = [
  [0.295, 0.66, 1.05, C.cream, 1, 6],
  [0.345, 0.676, 0.7, C.cloud, 1, 0],
  [0.65, 0.664, 1.1, C.lingon, 4, 4],
  [0.695, 0.668, 1.05, C.sea, 2, 3],
  [0.138, 0.72, 1.3, C.sage, 0, 5],
  [0.862, 0.73, 1.35, C.orange, 3, 4],
  [0.5, 0.76, 1.45, C.harbour, 1, 1],
  [0.585, 0.79, 0.95, C.lingon, 1, 1]
] as const

function backdrop(w: number, h: number): string {
  const horizon = Math.round(h * 0.48)
  const clouds =
    cloud(w * 0.08, h * 0.11, 1.9) + cloud(w * 0.65, h * 0.08, 2.2) + cloud(w * 0.4, h * 0.22, 1.2)
  const town = place(skyline(w) + place(cathedral, w * 0.38, 0), 0, horizon)
  const bay =
    water(horizon, w, h * 0.16, 6) +
    boat(w * 0.14, horizon + 65, 0.6) +
    boat(w * 0.86, horizon + 60, 0.7, C.cream, C.harbour)
  const gulls = gull(w * 0.25, h * 0.24, 1.4) + gull(w * 0.52, h * 0.16) + gull(w * 0.8, h * 0.3, 1.2)
  return sky(w, horizon + 20) + clouds + town + bay + gulls
}

export function square(w: number, h: number): string {
  const quay = h * 0.64
  const joints = times(
    12,
    (i) => `<path d="M${w / 2 + (i - 5.5) * w * 0.075} ${quay}L${w / 2 + (i - 5.5) * w * 0.24} ${h}"/>`
  )
  const paving = `${granite(quay, w, h - quay)}<path d="M0 ${quay}h${w}v9H0z" fill="#f6f0e7"/><g stroke="${SHADE}" stroke-opacity=".13" stroke-width="3">${joints}<path d="M0 ${h * 0.73}h${w}M0 ${h * 0.86}h${w}"/></g>`
  const k = (w / 800) * 1.22
  const foot = quay + 40
  const stalls =
    stall(-0.025 * w, foot - 150 * k, k) +
    stall(w * 0.35, foot - 148 * k, k * 0.97, C.harbour, [C.lingon, C.cloud, C.blush]) +
    stall(w * 0.715, foot - 150 * k, k, C.orange, [C.birch, C.cloud, C.cream])
  const people = CROWD.map(([x, y, size, coat, skin, hair]) =>
    shopper(x * w, y * h, size * (h / 1000), coat, SKIN[skin], HAIR[hair])
  )
  return frame(w, h, backdrop(w, h) + paving + stalls + people.join(''))
}

/** The market, wide, for sign-in pages and share images. */
export const marketSvg = () => square(1200, 900)

export const squareScenes: readonly DemoScene[] = [
  {
    width: 1080,
    height: 1350,
    handle: 'market-morning',
    alt: say(
      'The market square at ten in the morning: three striped stalls, people with bags, the white cathedral behind the boats',
      'Kauppatori kello kymmenen aamulla: kolme raidallista kojua, ihmisiä kasseineen, valkoinen kirkko veneiden takana',
      'Torget klokka ti om formiddagen: tre stripete boder, folk med nett, den hvite kirken bak båtene'
    ),
    tags: [],
    picture: () => square(800, 1000)
  }
]
