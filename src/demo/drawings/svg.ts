/**
 * The few SVG parts every drawing is made of.
 * A definition's id is the fingerprint of what it defines: drawings are byte-stable without a counter, and two of
 * them on one page can never take each other's gradients. picture() gathers the definitions, each once.
 */
import { fingerprint } from './random.ts'

export type Def = { readonly defs: string; readonly url: string }
export type Stop = readonly [offset: number, colour: string, opacity?: number]

/** One decimal is enough at these sizes, and keeps the last bits of sine and cosine out of the bytes. */
export const round = (v: number) => Math.round(v * 10) / 10

export const times = (n: number, draw: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => draw(i)).join('')

function define(tag: string, attributes: string, body: string): Def {
  const id = 'd' + fingerprint(tag + attributes + body)
  return { defs: `<defs><${tag} id="${id}" ${attributes}>${body}</${tag}></defs>`, url: `url(#${id})` }
}

export function linear(stops: readonly Stop[], [x1, y1, x2, y2] = [0, 0, 0, 1]): Def {
  const body = stops.map(([offset, colour, opacity = 1]) => {
    const alpha = opacity < 1 ? ` stop-opacity="${opacity}"` : ''
    return `<stop offset="${offset}" stop-color="${colour}"${alpha}/>`
  })
  return define('linearGradient', `x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"`, body.join(''))
}

export function tile(w: number, h: number, body: string, turn = ''): Def {
  const transform = turn && ` patternTransform="${turn}"`
  return define('pattern', `width="${w}" height="${h}" patternUnits="userSpaceOnUse"${transform}`, body)
}

/** Shows body only inside the outline d. */
export function clipped(d: string, body: string): string {
  const { defs, url } = define('clipPath', '', `<path d="${d}"/>`)
  return `${defs}<g clip-path="${url}">${body}</g>`
}

/** An outline written once and used many times. */
export function shape(d: string): { defs: string; use: (attributes: string) => string } {
  const { defs, url } = define('path', `d="${d}"`, '')
  return { defs, use: (attributes) => `<use href="${url.slice(4, -1)}" ${attributes}/>` }
}

/**
 * The outline d in one colour, fading out over `radius` beyond its edge.
 * Layered strokes, not a blur filter: librsvg needs a second for a blur this large, and a few milliseconds for these.
 */
export function soft(d: string, radius: number, colour: string, opacity: number, layers = 5): string {
  const { defs, use } = shape(d)
  const layer = (1 - (1 - opacity) ** (1 / layers)).toFixed(4)
  const one = (i: number) =>
    use(`stroke-width="${round((2 * radius * i) / (layers - 1))}" opacity="${layer}"`)
  return `${defs}<g fill="${colour}" stroke="${colour}" stroke-linejoin="round">${times(layers, one)}</g>`
}

/** Moves, scales and turns a body, its own point (cx, cy) landing on (x, y). */
export function place(body: string, x: number, y: number, scale = 1, turn = 0, cx = 0, cy = 0): string {
  const rotate = turn ? ` rotate(${round(turn)})` : ''
  const back = cx || cy ? ` translate(${-cx} ${-cy})` : ''
  const size = Math.round(scale * 1000) / 1000
  return `<g transform="translate(${round(x)} ${round(y)})${rotate} scale(${size})${back}">${body}</g>`
}

export const mirrored = (body: string, about: number) =>
  `<g transform="translate(${2 * about}) scale(-1 1)">${body}</g>`

/** A whole SVG document: w x h units, shown at `zoom` pixels a unit. */
export function picture(w: number, h: number, body: string, zoom = 1): string {
  const defs = new Set<string>()
  const rest = body.replace(/<defs>.*?<\/defs>/gs, (one) => {
    defs.add(one.slice(6, -7))
    return ''
  })
  const head = `viewBox="0 0 ${w} ${h}" width="${round(w * zoom)}" height="${round(h * zoom)}"`
  const kept = defs.size ? `<defs>${[...defs].join('')}</defs>` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" ${head}>${kept}${rest}</svg>`
}
