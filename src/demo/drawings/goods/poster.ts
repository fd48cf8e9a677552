import { C, LIGHT, SHADE } from '../palette.ts'
import { clipped, linear } from '../svg.ts'
import type { Finish, Good } from './good.ts'
import { printed } from './poster-art.ts'

const rod = (y: number) =>
  `<rect x="150" y="${y}" width="500" height="26" rx="4" fill="${C.wood}"/><rect x="150" y="${y}" width="500" height="8" rx="4" fill="#e5b683"/>`

function draw({ poster: art = 'sun', color = C.cream, accent = C.orange, third = C.harbour }: Finish) {
  const sheen = linear(
    [
      [0, LIGHT, 0.32],
      [0.5, LIGHT, 0],
      [1, SHADE, 0.16]
    ],
    [0, 0, 1, 1]
  )
  const sheet = clipped('M0 0H468V670H0Z', printed(art, { paper: color, a: accent, b: third }))
  const body =
    `${sheen.defs}<path d="M180 176L400 84 620 176" fill="none" stroke="${C.navy}" stroke-width="4"/><circle cx="400" cy="82" r="9" fill="${C.stone}"/>` +
    `<g transform="translate(166 186)">${sheet}</g><rect x="166" y="186" width="468" height="670" fill="${sheen.url}"/>` +
    rod(168) +
    rod(846)
  return { outline: 'M158 190H642V860H158Z', body }
}

/** A poster hanging between two wooden rods. */
export const poster: Good = { middle: [400, 478], size: [500, 800], fill: 0.88, draw }
