/** What every scene uses: its goods drawn exactly as the shop sells them, and the frame around it all. */
import { flecks } from '../backdrop.ts'
import { demoGood, type Words } from '../catalogue/index.ts'
import { drawGood, goods, type Finish } from '../goods/index.ts'
import { SHADE } from '../palette.ts'
import type { Garment } from '../people/wear.ts'
import { picture, place, soft } from '../svg.ts'

/** Where on a picture a good is seen: fractions of its width and height. */
export type SceneTag = { readonly handle: string; readonly x: number; readonly y: number }

export type DemoScene = {
  readonly handle: string
  readonly width: number
  readonly height: number
  readonly alt: Words
  readonly tags: readonly SceneTag[]
  readonly picture: () => string
  /** The member who took it, when a fan did. */
  readonly by?: string
}

/** The scene's frame: units are shown at 1.35 pixels, so 800 x 1000 becomes 1080 x 1350. */
export const ZOOM = 1.35
export const frame = (w: number, h: number, body: string) => picture(w, h, body + flecks(w, h), ZOOM)

type Where = { x: number; y: number; scale: number; turn?: number; shadow?: boolean; finish?: Finish }

/** A good from the shop with its middle on (x, y). */
export function put(handle: string, { x, y, scale, turn = 0, shadow = true, finish = {} }: Where): string {
  const good = demoGood(handle)
  const [cx, cy] = goods[good.kind].middle
  const { outline, body } = drawGood(good.kind, { ...good.finish, ...finish })
  const at = (what: string, dx = 0, dy = 0) => place(what, x + dx, y + dy, scale, turn, cx, cy)
  return (shadow ? at(soft(outline, 16, SHADE, 0.3), 12, 18) : '') + at(body)
}

/** A standing good with its foot on y, and a puddle of shade. */
export function stand(handle: string, x: number, y: number, scale: number, finish?: Finish): string {
  const good = goods[demoGood(handle).kind]
  const [base, half] = good.stands ? [good.stands.base, (good.stands.right - good.stands.left) / 2] : [0, 0]
  const shade = `<ellipse cx="${x + half * scale * 0.5}" cy="${y}" rx="${half * scale * 1.7}" ry="${half * scale * 0.22}" fill="${SHADE}" opacity=".24"/>`
  return shade + put(handle, { x, y: y - (base - good.middle[1]) * scale, scale, shadow: false, finish })
}

/** The same good as clothes. */
export function wearing(handle: string, finish: Finish = {}): Garment {
  const good = demoGood(handle)
  if (good.kind !== 'tee' && good.kind !== 'longsleeve' && good.kind !== 'hoodie')
    throw new Error(`${handle} cannot be worn`)
  return { kind: good.kind, finish: { ...good.finish, ...finish } }
}
