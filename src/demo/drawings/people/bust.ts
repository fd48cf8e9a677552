/** Head and shoulders in a 400 x 400 field, and the avatar made of them. */
import { C, dark, LIGHT, SHADE } from '../palette.ts'
import { patterns } from '../patterns.ts'
import { clipped, picture, place } from '../svg.ts'
import { headBehind, headInFront } from './head.ts'
import type { Build, Look } from './look.ts'

const SHOULDERS: Record<Build, string> = {
  slim: 'M62 430C66 350 104 312 158 298C172 326 228 326 242 298C296 312 334 350 338 430Z',
  regular: 'M40 430C44 340 88 308 156 296C170 324 230 324 244 296C312 308 356 340 360 430Z',
  broad: 'M14 430C16 334 70 304 152 292C168 322 232 322 248 292C330 304 384 334 386 430Z',
  round: 'M22 430C18 350 70 306 152 294C168 326 232 326 248 294C330 306 382 350 378 430Z'
}

function shoulders(look: Look): string {
  const { top = C.orange, accent = C.cream, pattern } = look
  const build = look.build ?? (look.age === 'child' ? 'slim' : 'regular')
  const cloth = pattern ? patterns[pattern](top, accent) : { defs: '', url: top }
  const d = SHOULDERS[build]
  const inside =
    `<path d="${d}" fill="${cloth.url}"/><path d="M250 292c60 20 110 50 140 138h-98c4-60-10-100-42-134Z" fill="${SHADE}" opacity=".16"/>` +
    `<path d="M120 430c0-40 4-60 14-80M282 430c0-40-4-60-14-80" stroke="${SHADE}" stroke-opacity=".25" stroke-width="5" fill="none"/>`
  const collar = `<path d="M156 294C170 330 230 330 244 294" fill="none" stroke="${dark(pattern ? accent : top, 0.14)}" stroke-width="12"/>`
  return cloth.defs + clipped(d, inside) + collar
}

export const bust = (look: Look) => headBehind(look) + shoulders(look) + headInFront(look)

/** A round-cropped portrait's square, 400 units, shown at 240 pixels. */
export function avatar(look: Look, bg: string = C.sky): string {
  const scale = look.age === 'child' ? 0.96 : 1.06
  const ground = `<rect width="400" height="400" fill="${bg}"/><circle cx="90" cy="70" r="190" fill="${LIGHT}" opacity=".35"/>`
  const drop = look.age === 'child' ? 238 : 216
  return picture(400, 400, ground + place(bust(look), 200, drop, scale, 0, 200, 200), 0.6)
}
