/** The front of a face in the head's 400 x 400 field, its features shifted when it looks aside. */
import { C, dark, HAIR, lite, mix, SHADE, SKIN } from '../palette.ts'
import { clipped, times } from '../svg.ts'
import type { Look } from './look.ts'

const ADULT = 'M132 166C132 104 162 84 200 84S268 104 268 166C268 226 240 262 200 262S132 226 132 166Z'
const CHILD = 'M128 170C128 104 160 84 200 84S272 104 272 170C272 226 246 256 200 256S128 226 128 170Z'

export const skinOf = (look: Look) => SKIN[look.skin ?? 1]
export const hairOf = (look: Look) => HAIR[look.hair ?? 1]

function beard(look: Look): string {
  const fill = hairOf(look)
  if (look.beard === 'full') {
    return `<path d="M126 172C140 200 150 206 168 204 186 192 214 192 232 204 250 206 260 200 274 172V280H126Z" fill="${fill}"/>`
  }
  if (look.beard === 'short') {
    return `<path d="M126 180C136 212 150 222 172 214 188 206 212 206 228 214 250 222 264 212 274 180V280H126Z" fill="${fill}" opacity=".55"/>`
  }
  return ''
}

const moustache = (fill: string) =>
  `<path d="M162 214C174 198 192 198 200 206 208 198 226 198 238 214 224 212 208 216 200 212 192 216 176 212 162 214Z" fill="${fill}"/>`

function mouth(look: Look): string {
  const lip = mix(skinOf(look), C.lingon, 0.6)
  if (look.mood === 'laugh') {
    return `<path d="M174 216Q200 222 226 216C226 250 174 250 174 216Z" fill="#7d1c30"/><path d="M180 219Q200 224 220 219V226Q200 230 180 226Z" fill="#fff"/>`
  }
  if (look.mood === 'calm') {
    return `<path d="M182 224c12 7 26 7 38-1" stroke="${lip}" stroke-width="6" fill="none" stroke-linecap="round"/>`
  }
  return `<path d="M178 220c14 16 32 16 46 0-10-3-36-3-46 0Z" fill="#fff" stroke="${lip}" stroke-width="4" stroke-linejoin="round"/>`
}

function eyes(look: Look): string {
  const line = (look.skin ?? 1) > 3 ? '#160d0a' : C.ink
  if (look.mood === 'laugh') {
    return `<path d="M164 174q10-11 20 0M216 174q10-11 20 0" stroke="${line}" stroke-width="5.5" fill="none" stroke-linecap="round"/>`
  }
  const r = look.age === 'child' ? [7.4, 8.8] : [6.2, 7.4]
  const one = (x: number) =>
    ((look.skin ?? 1) > 3 ? `<ellipse cx="${x}" cy="172" rx="10.5" ry="8.5" fill="#f3e7dc"/>` : '') +
    `<ellipse cx="${x}" cy="172" rx="${r[0]}" ry="${r[1]}" fill="${line}"/><circle cx="${x - 2.2}" cy="169" r="1.9" fill="#fff"/>`
  return one(174) + one(226)
}

function marks(look: Look): string {
  const line = dark(skinOf(look), 0.3)
  const freckles = look.freckles
    ? times(
        8,
        (i) =>
          `<circle cx="${i < 4 ? 152 + i * 9 : 221 + (i - 4) * 9}" cy="${i % 2 ? 193 : 200}" r="2.2" fill="#b5714a"/>`
      )
    : ''
  const wrinkles =
    look.age === 'old'
      ? `<path d="M146 178l-9-4M146 185l-10 3M254 178l9-4M254 185l10 3M164 208q-4 10 2 20M238 208q4 10-2 20M176 130q24-6 48 0" stroke="${line}" stroke-width="3" fill="none" stroke-linecap="round" opacity=".6"/>`
      : ''
  return freckles + wrinkles
}

function features(look: Look): string {
  const brow = look.age === 'child' ? 4.5 : 6
  const brows = `<path d="M160 150q13-9 28-2M212 148q15-7 28 2" stroke="${dark(hairOf(look), 0.35)}" stroke-width="${brow}" fill="none" stroke-linecap="round"/>`
  const bridge = look.age === 'child' ? 'M200 186c4 6 6 10 0 13' : 'M200 176c6 12 10 20 2 24'
  const nose = `<path d="${bridge}" stroke="${dark(skinOf(look), 0.36)}" stroke-width="4.5" fill="none" stroke-linecap="round"/>`
  const upper = look.beard
    ? moustache(look.beard === 'short' ? mix(skinOf(look), hairOf(look), 0.55) : hairOf(look))
    : ''
  return eyes(look) + brows + nose + marks(look) + mouth(look) + upper
}

function ears(look: Look): string {
  const [near, far] = [skinOf(look), dark(skinOf(look), 0.16)]
  const turn = look.turn ?? 0
  const left = `<ellipse cx="${130 + turn * 6}" cy="178" rx="${14 + turn * 5}" ry="20" fill="${near}"/>`
  const right = `<ellipse cx="${270 + turn * 6}" cy="178" rx="${14 - turn * 5}" ry="20" fill="${far}"/>`
  const rings = look.earrings
    ? `<g fill="${C.cloud}"><circle cx="${128 + turn * 6}" cy="203" r="6"/><circle cx="${272 + turn * 6}" cy="203" r="6"/></g>`
    : ''
  return left + right + rings
}

/** The face from ear to ear: skin, light, beard and features. */
export function face(look: Look): string {
  const outline = look.age === 'child' ? CHILD : ADULT
  const turn = look.turn ?? 0
  const blush = look.age === 'child' ? 0.24 : 0.16
  const skin = skinOf(look)
  const inside =
    `<path d="M236 80C262 120 262 220 214 266H290V80Z" fill="${SHADE}" opacity=".12"/><path d="M150 96c-14 20-18 60-12 100" stroke="${lite(skin, 0.5)}" stroke-width="12" fill="none" opacity=".2"/>` +
    `<g transform="translate(${turn * 15} 0)"><g fill="${C.lingon}" opacity="${blush}"><circle cx="160" cy="204" r="18"/><circle cx="240" cy="204" r="18"/></g>${beard(look)}</g>`
  return `${look.style === 'hijab' ? '' : ears(look)}<path d="${outline}" fill="${skin}"/>${clipped(outline, inside)}<g transform="translate(${turn * 15} 0)">${features(look)}</g>`
}
