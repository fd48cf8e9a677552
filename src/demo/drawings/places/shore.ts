/** A lake shore on a summer night: far trees, the sauna with its smoke, reeds. */
import { fir } from '../motifs.ts'
import { C, dark, mix } from '../palette.ts'
import { random } from '../random.ts'
import { place, round, times } from '../svg.ts'

export function farShore(y: number, w: number, ink = '#4d6a72'): string {
  const next = random(41)
  const trees = times(26, (i) =>
    place(fir(ink, ink), (w / 25) * i + next() * 18 - 9, y + 4, 0.5 + next() * 0.7)
  )
  return `<path d="M-10 ${y - 20}Q${w * 0.3} ${y - 44} ${w * 0.6} ${y - 22}T${w + 10} ${y - 30}V${y + 6}H-10Z" fill="${mix(ink, C.birch, 0.2)}"/>${trees}`
}

/** A small red sauna, its foot on (0, 0), 300 wide. */
export function saunaHut(x: number, y: number, scale: number): string {
  const logs = times(
    6,
    (i) => `<path d="M-130 ${-20 - i * 24}H130" stroke="${dark(C.lingon, 0.4)}" stroke-width="4"/>`
  )
  const smoke = `<path d="M84-300c-26-30 22-46 0-80M98-320c-20-30 26-40 6-84" fill="none" stroke="#fff" stroke-width="15" stroke-linecap="round" opacity=".55"/>`
  return place(
    `${smoke}<rect x="70" y="-286" width="34" height="90" fill="#8a5a44"/><path d="M-170-140L0-260 170-140Z" fill="${C.navy}"/><rect x="-134" y="-150" width="268" height="150" fill="#a13a34"/>${logs}` +
      `<rect x="-104" y="-118" width="66" height="54" fill="${C.cloud}" stroke="${C.paper}" stroke-width="8"/><path d="M-71-118v54" stroke="${C.paper}" stroke-width="5"/><rect x="26" y="-122" width="74" height="122" fill="${dark(C.wood, 0.2)}" stroke="${C.paper}" stroke-width="8"/>`,
    x,
    y,
    scale
  )
}

export function reeds(x: number, y: number, count: number, seed: number): string {
  const next = random(seed)
  return times(count, () => {
    const [dx, h, lean] = [round(next() * 120), round(90 + next() * 120), round(next() * 30 - 10)]
    return `<path d="M${x + dx} ${y}q${round(lean / 3)} ${round(-h / 2)} ${lean} ${-h}" stroke="${next() > 0.5 ? C.moss : '#54743f'}" stroke-width="5" fill="none" stroke-linecap="round"/>`
  })
}
