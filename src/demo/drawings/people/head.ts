/** A head from the front, in a 400 x 400 field with the face around (200, 172). */
import { dark, lite } from '../palette.ts'
import { braids, curls, glasses, hat, locs, scarfBack, scarfFront, turban } from './extras.ts'
import { face, hairOf, skinOf } from './face.ts'
import { hair } from './hair.ts'
import type { Look } from './look.ts'

function behind(look: Look): string {
  const { style = 'short' } = look
  const fill = hairOf(look)
  const { back } = hair[style]
  if (style === 'hijab') return scarfBack(look)
  if (style === 'curly') return curls(look, 0)
  if (style === 'afro')
    return `<circle cx="200" cy="140" r="118" fill="${dark(fill, 0.1)}"/>${curls(look, 20)}`
  if (style === 'locs') return locs(look)
  if (style === 'bun') return `<circle cx="200" cy="48" r="34" fill="${fill}"/>`
  if (style === 'ponytail')
    return `<path d="M262 90C318 96 330 170 312 232 304 262 316 280 326 292 284 292 270 250 276 200Z" fill="${dark(fill, 0.14)}"/>`
  return back ? `<path d="${back}" fill="${dark(fill, 0.18)}"/>` : ''
}

function above(look: Look): string {
  const { style = 'short' } = look
  const fill = hairOf(look)
  const { crown } = hair[style]
  if (style === 'hijab') return scarfFront(look)
  if (style === 'turban' && crown) return turban(look, crown)
  const sheen = `<path d="M150 92c20-16 46-22 74-18" stroke="${lite(fill, 0.45)}" stroke-width="7" stroke-opacity=".6" fill="none" stroke-linecap="round"/>`
  const top = crown ? `<path d="${crown}" fill="${fill}"/>${style === 'buzz' ? '' : sheen}` : ''
  return top + (style === 'braids' ? braids(look) : '')
}

const neck = (look: Look) =>
  `<path d="M166 236H234V300C234 326 166 326 166 300Z" fill="${dark(skinOf(look), 0.16)}"/>`

/** Hair behind and neck: what goes under the shoulders' clothes. */
export const headBehind = (look: Look) => behind(look) + neck(look)

/** Face, hair and what is worn on them: what goes over the clothes. */
export const headInFront = (look: Look) =>
  face(look) + above(look) + glasses(look) + (look.hat ? hat(look.hat) : '')
