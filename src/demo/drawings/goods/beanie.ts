import { markGlyph } from '../mark.ts'
import { C, dark, LIGHT, lite, mix, SHADE } from '../palette.ts'
import { random } from '../random.ts'
import { place, round, times } from '../svg.ts'
import { cloth, crease, paintOf } from './cloth.ts'
import type { Finish, Good } from './good.ts'

const CROWN =
  'M196 560C186 370 280 262 400 262S614 370 604 560L622 566V690C622 718 604 734 578 736 460 748 340 748 222 736 196 734 178 718 178 690V566Z'
const CUFF =
  'M178 566C320 600 480 600 622 566V690C622 718 604 734 578 736 460 748 340 748 222 736 196 734 178 718 178 690Z'
const FOLDS =
  'M604 560c0-140-40-240-130-288 50 80 70 180 60 300ZM196 566c120 34 290 34 410 0v30c-130 30-280 30-410 0ZM560 600c10 60 8 90 0 140l62-20V566Z'
const LIGHTS =
  'M240 540c6-120 50-210 120-260-20 80-40 170-44 270ZM200 600c40 10 80 16 120 18v110c-40 0-80-4-120-10Z'
const POM = 'M324 214a76 76 0 1 0 152 0a76 76 0 1 0-152 0Z'

const ribs = () =>
  times(19, (i) => {
    const t = i / 18
    const [x, swell, high, end] = [
      200 + t * 400,
      (0.5 - t) * 20,
      400 + (t - 0.5) * 250,
      400 + (t - 0.5) * 40
    ].map(round)
    return `<path d="M${x} 572C${round((x ?? 0) + (swell ?? 0))} 420 ${high} 320 ${end} 264"/>`
  })

const cuffRibs = () =>
  times(31, (i) => {
    const [x, arch] = [round(184 + i * 14.4), Math.sin((i / 30) * Math.PI)]
    return `<path d="M${x} ${round(574 + 14 * arch)}V${round(732 + 10 * arch)}"/>`
  })

function pompom(colour: string): string {
  const next = random(5)
  const yarn = times(220, () => {
    const [angle, reach] = [next() * 2 * Math.PI, Math.sqrt(next()) * 74]
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
    const [x, y] = [400 + dx * reach, 214 + dy * reach * 0.94]
    const tone = mix(colour, x + y > 640 ? SHADE : LIGHT, 0.05 + next() * 0.3)
    return `<path d="M${round(x)} ${round(y)}l${round(dx * 16)} ${round(dy * 16)}" stroke="${tone}"/>`
  })
  return `<circle cx="400" cy="214" r="76" fill="${dark(colour, 0.16)}"/><g stroke-width="6" stroke-linecap="round">${yarn}</g>`
}

function draw(finish: Finish) {
  const { color = C.orange, accent = C.cream, pattern, pom = true } = finish
  const lined = (body: string, width: number) =>
    `<g fill="none" stroke="${SHADE}" stroke-opacity=".24" stroke-width="${width}" stroke-linecap="round">${body}</g>`
  const cuff = `<path d="${CUFF}" fill="${pattern ? accent : lite(color, 0.06)}"/>`
  const inside = lined(ribs(), 6) + cuff + lined(cuffRibs(), 5)
  const label =
    `<rect x="352" y="630" width="96" height="58" rx="5" fill="${C.cream}"/>` +
    place(markGlyph(), 376, 633, 1.55)
  const body =
    cloth(CROWN, paintOf(finish, color, accent), inside, FOLDS, LIGHTS) +
    crease('M178 566C320 600 480 600 622 566', 0.34, 5) +
    label +
    (pom ? pompom(accent) : '')
  return { outline: CROWN + (pom ? POM : ''), body }
}

/** A ribbed knitted hat with a cuff, with or without a pompom. */
export const beanie: Good = { middle: [400, 470], size: [444, 640], fill: 0.74, draw }
