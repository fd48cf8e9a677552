/** A clothed torso from the front or the back, shoulders at y 560 and hem at 1060 in the figure's 800 wide field. */
import { LIGHT, SHADE } from '../palette.ts'
import { clipped, soft } from '../svg.ts'
import { chestPrint, dyes, hoodBack, hoodFront, type Frame, type Garment } from './wear.ts'

export function torsoOutline({ s, a, w, h }: Frame): string {
  const [l, r] = [(v: number) => 400 - v, (v: number) => 400 + v]
  return (
    `M338 474C318 500 ${l(s - 60)} 508 ${l(s)} 560C${l(s + 8)} 600 ${l(a + 6)} 640 ${l(a)} 690C${l(w + 4)} 780 ${l(w)} 880 ${l(h)} 1060C340 1086 460 1086 ${r(h)} 1060` +
    `C${r(w)} 880 ${r(w + 4)} 780 ${r(a)} 690C${r(a + 6)} 640 ${r(s + 8)} 600 ${r(s)} 560C${r(s - 60)} 508 482 500 462 474C448 524 352 524 338 474Z`
  )
}

function folds({ a, w, h }: Frame): string {
  const [l, r] = [(v: number) => 400 - v, (v: number) => 400 + v]
  const shade = `M${r(a)} 690C${r(w)} 800 ${r(w)} 900 ${r(h)} 1060L${r(h - 60)} 1070C${r(w - 70)} 920 ${r(w - 70)} 800 ${r(a)} 690ZM${l(a)} 700c30 50 50 90 56 160-24-60-40-90-60-110ZM${r(a - 10)} 720c-40 60-60 100-66 170 30-70 40-90 66-120ZM${l(w - 30)} 1000c60 26 120 28 180 18-60 26-130 28-184 6Z`
  const light = `M${l(a - 20)} 640C${l(w - 20)} 780 ${l(w - 16)} 900 ${l(h - 16)} 1050H${l(h - 60)}C${l(w - 60)} 900 ${l(a - 70)} 760 ${l(a - 20)} 640Z`
  return soft(shade, 9, SHADE, 0.15) + soft(light, 14, LIGHT, 0.17)
}

export function torso(garment: Garment, frame: Frame, side: 'front' | 'back'): string {
  const d = torsoOutline(frame)
  const { paint, rib } = dyes(garment)
  const hem = garment.kind === 'hoodie' ? `<path d="M150 1020H650V1090H150Z" fill="${rib}"/>` : ''
  const art = side === 'front' ? chestPrint(garment, 400, 740, 0.98) : ''
  const collar =
    garment.kind === 'hoodie'
      ? ''
      : `<path d="M338 474C352 524 448 524 462 474L476 480C456 544 344 544 324 480Z" fill="${rib}"/>`
  const yoke = `<path d="M338 474C352 496 448 496 462 474V460H338Z" fill="${rib}"/>`
  const inside = `<path d="${d}" fill="${paint.fill}"/>${art}${hem}${side === 'front' ? collar : yoke}${folds(frame)}`
  return paint.defs + clipped(d, inside) + (side === 'front' ? hoodFront(garment) : yoke + hoodBack(garment))
}
