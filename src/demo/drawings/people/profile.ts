/** A head from the side, looking right, in the same 400 x 400 field as the head from the front. */
import { C, dark, lite, mix, SHADE } from '../palette.ts'
import { clipped, times } from '../svg.ts'
import { hairOf, skinOf } from './face.ts'
import { hair } from './hair.ts'
import type { Look } from './look.ts'

const SKULL =
  'M150 92C180 70 238 72 258 110 265 124 266 140 265 152L285 186C288 193 282 197 272 198L273 207C275 212 274 217 269 219L271 229C270 242 260 246 252 250 240 262 224 262 206 256 170 246 138 214 130 170 126 138 132 110 150 92Z'
const BEARD =
  'M168 190C180 214 206 214 230 206 248 200 262 202 272 208L271 229C274 246 262 262 244 266 214 270 176 244 160 212Z'

const neck = (look: Look) =>
  `<path d="M138 200C142 240 140 280 132 316H232C220 290 218 270 218 250Z" fill="${dark(skinOf(look), 0.16)}"/>`

function features(look: Look): string {
  const lip = mix(skinOf(look), C.lingon, 0.6)
  const eye =
    look.mood === 'laugh'
      ? `<path d="M232 170q10-10 18 0" stroke="${C.ink}" stroke-width="5.5" fill="none" stroke-linecap="round"/>`
      : `<ellipse cx="244" cy="166" rx="5" ry="7.4" fill="${C.ink}"/>`
  const brow = `<path d="M228 146q14-9 28-2" stroke="${dark(hairOf(look), 0.35)}" stroke-width="6" fill="none" stroke-linecap="round"/>`
  const smile = `<path d="M242 226q12 4 26-6" stroke="${lip}" stroke-width="5.5" fill="none" stroke-linecap="round"/>`
  const lens = look.glasses === 'sun' ? `fill="${C.navy}"` : 'fill="#fff" fill-opacity=".3"'
  const glasses = look.glasses
    ? `<rect x="228" y="150" width="36" height="36" rx="14" ${lens} stroke="${C.navy}" stroke-width="6"/><path d="M228 162L178 156" stroke="${C.navy}" stroke-width="6"/>`
    : ''
  return eye + brow + smile + glasses
}

function crown(look: Look): string {
  const { style = 'short' } = look
  const fill = style === 'hijab' || style === 'turban' ? (look.scarf ?? C.lingon) : hairOf(look)
  const knot = style === 'bun' ? `<circle cx="112" cy="88" r="34" fill="${fill}"/>` : ''
  const { side } = hair[style]
  if (style === 'curly' || style === 'afro') {
    const r = style === 'afro' ? 44 : 30
    return times(
      12,
      (i) =>
        `<circle cx="${Math.round(176 + Math.cos(-5.2 + i * 0.36) * 78)}" cy="${Math.round(138 + Math.sin(-5.2 + i * 0.36) * 74)}" r="${r}" fill="${fill}"/>`
    )
  }
  const sheen = `<path d="M150 86c24-18 56-22 84-8" stroke="${lite(fill, 0.45)}" stroke-width="7" stroke-opacity=".6" fill="none" stroke-linecap="round"/>`
  return knot + (side ? `<path d="${side}" fill="${fill}"/>${style === 'buzz' ? '' : sheen}` : '')
}

const hat = (colour: string) =>
  `<path d="M112 140C96 72 140 36 196 36S278 76 268 130Z" fill="${colour}"/><path d="M104 130C160 116 226 112 276 116L278 148C226 142 160 150 108 162Z" fill="${lite(colour, 0.14)}"/><path d="M112 140C104 100 110 70 136 50 128 90 128 120 134 158L108 162Z" fill="${SHADE}" opacity=".14"/>`

/** The head from the side; `over` leaves out the neck, for clothes that come between. */
export function profile(look: Look): { behind: string; front: string } {
  const skin = skinOf(look)
  const inside =
    `<path d="M120 60C150 120 150 200 214 262H100Z" fill="${SHADE}" opacity=".12"/><circle cx="234" cy="206" r="17" fill="${C.lingon}" opacity=".18"/>` +
    (look.beard && look.beard !== 'moustache' ? `<path d="${BEARD}" fill="${hairOf(look)}"/>` : '')
  const ear =
    look.style === 'hijab'
      ? ''
      : `<ellipse cx="172" cy="178" rx="14" ry="20" fill="${skin}"/><path d="M166 172q8-6 12 4" stroke="${dark(skin, 0.3)}" stroke-width="4" fill="none"/>`
  const front = `<path d="${SKULL}" fill="${skin}"/>${clipped(SKULL, inside)}${features(look)}${crown(look)}${ear}${look.hat ? hat(look.hat) : ''}`
  return { behind: neck(look), front }
}
