/** What a good stands before: a wall in one colour, an awning's shadow, a floor, flecks like the grain of paper. */
import { dark, lite, mix, SHADE } from './palette.ts'
import { random } from './random.ts'
import { linear, round, soft, tile, times } from './svg.ts'

/** Fine specks over a whole picture: drawn, not filtered, since a turbulence filter costs ten times the rest. */
export function flecks(w: number, h: number, opacity = 0.06): string {
  const next = random(19)
  const speck = (i: number) => {
    const at = `cx="${round(next() * 120)}" cy="${round(next() * 120)}" r="${round(0.3 + next() * 0.5)}"`
    return `<circle ${at} fill="${i % 3 ? SHADE : '#ffffff'}"/>`
  }
  const { defs, url } = tile(120, 120, times(110, speck))
  return `${defs}<rect width="${w}" height="${h}" fill="${url}" opacity="${opacity}"/>`
}

/** The shadow of an awning above the picture. */
export function awningShadow(w: number, h: number, opacity = 0.13): string {
  const s = w / 7
  const scallops = times(12, () => `a${round(s / 2)} ${round(s * 0.42)} 0 0 0 ${round(s)} 0`)
  const d = `M${round(-s * 2)} ${round(-h * 0.4)}V${round(h * 0.15)}${scallops}V${round(-h * 0.4)}Z`
  return `<g transform="rotate(-9 ${w / 2} 0)">${soft(d, round(w * 0.005), SHADE, opacity, 3)}</g>`
}

export function wall(w: number, h: number, colour: string): string {
  const { defs, url } = linear(
    [
      [0, mix(colour, '#fffaf0', 0.5)],
      [0.6, colour],
      [1, dark(colour, 0.05)]
    ],
    [0, 0, 1, 1]
  )
  return `${defs}<rect width="${w}" height="${h}" fill="${url}"/>`
}

export function floor(w: number, h: number, y: number, colour: string): string {
  const { defs, url } = linear([
    [0, dark(colour, 0.05)],
    [1, lite(colour, 0.25)]
  ])
  const edge = `<rect y="${round(y)}" width="${w}" height="3" fill="${lite(colour, 0.8)}" opacity=".7"/>`
  return `${defs}<rect y="${round(y)}" width="${w}" height="${round(h - y)}" fill="${url}"/>${edge}`
}
