/** A head from behind, in the same 400 x 400 field as the head from the front. */
import { C, dark, lite } from '../palette.ts'
import { times } from '../svg.ts'
import { braids, curls, hat, locs } from './extras.ts'
import { hairOf, skinOf } from './face.ts'
import { hair } from './hair.ts'
import type { Look } from './look.ts'

const SKULL =
  'M124 170C116 96 152 58 200 58S284 96 276 170C274 214 256 238 240 246H160C144 238 126 214 124 170Z'

function fallen(look: Look): string {
  const { style = 'short' } = look
  const fill = hairOf(look)
  if (style === 'braids') return braids(look)
  if (style === 'locs') return locs(look)
  if (style === 'ponytail')
    return `<path d="M184 130C172 200 176 260 200 320 226 260 228 200 216 130Z" fill="${dark(fill, 0.14)}"/>`
  const { back } = hair[style]
  return back ? `<path d="${back}" fill="${fill}"/>` : ''
}

function strands(look: Look): string {
  const line = lite(hairOf(look), 0.3)
  const one = (i: number) =>
    `<path d="M${170 + i * 15} 84C${150 + i * 25} 130 ${146 + i * 27} 180 ${156 + i * 22} 226"/>`
  return `<g fill="none" stroke="${line}" stroke-width="4" stroke-opacity=".35" stroke-linecap="round">${times(5, one)}</g>`
}

export function backOfHead(look: Look): { behind: string; front: string } {
  const { style = 'short' } = look
  const skin = skinOf(look)
  const fill = style === 'bald' ? skin : hairOf(look)
  const ears = `<ellipse cx="124" cy="182" rx="12" ry="18" fill="${dark(skin, 0.08)}"/><ellipse cx="276" cy="182" rx="12" ry="18" fill="${dark(skin, 0.16)}"/>`
  const covered = style === 'hijab' ? (look.scarf ?? C.lingon) : fill
  const cloud = style === 'curly' ? curls(look, 0) : style === 'afro' ? curls(look, 12) : ''
  const knot = style === 'bun' ? `<circle cx="200" cy="66" r="38" fill="${dark(fill, 0.12)}"/>` : ''
  const front =
    ears +
    cloud +
    `<path d="${SKULL}" fill="${covered}"/>` +
    strands(look) +
    fallen(look) +
    knot +
    (look.hat ? hat(look.hat) : '')
  return { behind: `<path d="M164 226H236V316H164Z" fill="${dark(skin, 0.1)}"/>`, front }
}
