/** A northern forest: far firs, near birches and pines, moss, ferns and berries. */
import { fir } from '../motifs.ts'
import { C, dark, lite, mix, SHADE } from '../palette.ts'
import { random } from '../random.ts'
import { linear, place, round, times } from '../svg.ts'

function birch(x: number, w: number, y: number, seed: number): string {
  const next = random(seed)
  const bark = times(11, () => {
    const at = round(next() * (y - 30))
    return `<path d="M${round(x + next() * w * 0.5)} ${at}h${round(6 + next() * w * 0.4)}" stroke="${C.ink}" stroke-width="${round(3 + next() * 4)}" stroke-linecap="round"/>`
  })
  return `<rect x="${x}" width="${w}" height="${y}" fill="#f4efe4"/><rect x="${x + w * 0.62}" width="${w * 0.38}" height="${y}" fill="${SHADE}" opacity=".14"/>${bark}`
}

const pine = (x: number, w: number, y: number) =>
  `<path d="M${x} 0h${w}L${x + w + 10} ${y}H${x - 10}Z" fill="#b06a44"/><path d="M${x + w * 0.6} 0h${w * 0.4}L${x + w + 10} ${y}H${x + w * 0.6}Z" fill="${SHADE}" opacity=".2"/>`

/** Light between the trees, rows of firs, then trunks that leave the picture at the top. */
export function woods(w: number, h: number, ground: number): string {
  const next = random(33)
  const haze = linear([
    [0, '#cfe3c4'],
    [0.6, '#eef3d6'],
    [1, '#dbe6b8']
  ])
  const row = (y: number, scale: number, ink: string, count: number) =>
    times(count, (i) =>
      place(fir(ink, ink), (w / (count - 1)) * i + next() * 30 - 15, y + next() * 16, scale + next())
    )
  const light = `<path d="M0 0L${w * 0.5} 0 ${w * 0.86} ${ground} ${w * 0.3} ${ground}Z" fill="#fff7d8" opacity=".5"/>`
  return (
    `${haze.defs}<rect width="${w}" height="${h}" fill="${haze.url}"/>` +
    row(ground, 3.4, '#b5cfa0', 9) +
    row(ground + 20, 2.4, '#93b784', 8) +
    `<rect y="${ground - 24}" width="${w}" height="90" fill="#8fb07f"/>` +
    light +
    pine(w * 0.1, 34, ground + 40) +
    birch(w * 0.22, 26, ground + 20, 4) +
    birch(w * 0.88, 44, ground + 70, 9) +
    pine(w * 0.74, 26, ground + 10)
  )
}

const fern = (x: number, y: number, scale: number) =>
  place(
    times(
      5,
      (i) =>
        `<path d="M0 0Q${-60 + i * 30}-60 ${-96 + i * 48} -${70 + (i % 2) * 26}" fill="none" stroke="${i % 2 ? C.moss : C.birch}" stroke-width="9" stroke-linecap="round"/>`
    ),
    x,
    y,
    scale
  )

/** The mossy floor with ferns and red berries. */
export function moss(y: number, w: number, h: number): string {
  const next = random(8)
  const { defs, url } = linear([
    [0, '#8fae5d'],
    [1, dark(C.moss, 0.3)]
  ])
  const berry = () => {
    const [x, at] = [round(next() * w), round(y + 30 + next() * (h - 40))]
    return `<circle cx="${x}" cy="${at}" r="5" fill="${C.lingon}"/><circle cx="${x - 1.5}" cy="${at - 1.5}" r="1.4" fill="#fff"/>`
  }
  const tuft = () => {
    const [x, at] = [round(next() * w), round(y + 10 + next() * h)]
    return `<path d="M${x} ${at}q4-14 10-18M${x} ${at}q-4-14-10-16" stroke="${mix(C.moss, lite(C.moss, 0.6), next())}" stroke-width="4" fill="none" stroke-linecap="round"/>`
  }
  const edge = `<path d="M-10 ${y + 14}Q${w * 0.2} ${y - 26} ${w * 0.46} ${y + 6}T${w + 10} ${y - 6}V${y + h}H-10Z" fill="${url}"/>`
  return `${defs}${edge}${times(60, tuft)}${times(26, berry)}${fern(w * 0.06, y + h * 0.8, 1.1)}${fern(w * 0.95, y + h * 0.62, 1.2)}`
}
