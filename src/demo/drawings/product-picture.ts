/** A good by itself on a plain backdrop, as a shop shows it. */
import { awningShadow, flecks, floor, wall } from './backdrop.ts'
import type { Stance } from './goods/good.ts'
import { drawGood, goods, type Finish, type Kind } from './goods/index.ts'
import { C, SHADE } from './palette.ts'
import { picture, place, round, shape, soft, times } from './svg.ts'

export type Setting = { bg?: string; turn?: number }

const SIDE = 800
const ZOOM = 1.5

const PENUMBRA = 9

/** A lying or hanging good's shadow: close and sharp at first, then further off and softer, down and to the right. */
function lyingShadow(outline: string, at: (body: string) => string, scale: number): string {
  const { defs, use } = shape(outline)
  const layer = (i: number) => {
    const away = i / (PENUMBRA - 1)
    const one = at(use(`stroke-width="${round(6 + 40 * away)}" opacity=".05"`))
    return place(one, (3 + 26 * away) * scale, (5 + 34 * away) * scale)
  }
  return `${defs}<g fill="${SHADE}" stroke="${SHADE}" stroke-linejoin="round">${times(PENUMBRA, layer)}</g>`
}

/** A standing good throws a long one over the floor. */
function standingShadow({ left, right, base }: Stance, top: number): string {
  const reach = (base - top) * 0.62
  const far = `M${left + 12} ${base - 22}L${right + reach} ${base - reach * 0.42}L${right + reach + 84} ${base - reach * 0.34}L${right} ${base + 4}Z`
  const middle = (left + right) / 2
  const foot = `M${left} ${base - 6}Q${middle} ${base - 34} ${right} ${base - 6} ${middle} ${base + 24} ${left} ${base - 6}Z`
  return soft(far, 22, SHADE, 0.2, 9) + soft(foot, 9, SHADE, 0.34)
}

/** The picture of one good, 800 units square, shown at 1200 pixels. */
export function productPicture(kind: Kind, finish: Finish, { bg = C.sky, turn = 0 }: Setting = {}): string {
  const good = goods[kind]
  const [cx, cy] = good.middle
  const scale = (SIDE * good.fill) / Math.max(...good.size)
  const at = (body: string) => place(body, SIDE / 2, SIDE / 2, scale, turn, cx, cy)
  const { outline, body } = drawGood(kind, finish)
  const horizon = good.stands ? round(SIDE / 2 + (good.stands.base - cy - 60) * scale) : 0
  const ground = good.stands ? floor(SIDE, SIDE, horizon, bg) : ''
  const shade = good.stands
    ? at(standingShadow(good.stands, cy - good.size[1] / 2))
    : lyingShadow(outline, at, scale)
  const layers = [wall(SIDE, SIDE, bg), ground, awningShadow(SIDE, SIDE), shade, at(body), flecks(SIDE, SIDE)]
  return picture(SIDE, SIDE, layers.join(''), ZOOM)
}
