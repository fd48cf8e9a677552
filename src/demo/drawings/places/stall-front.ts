/** Our stall from behind its counter: the harbour beyond, posts and a rail, the striped cloth in front. */
import { C, lite, SHADE } from '../palette.ts'
import { linear, place, times } from '../svg.ts'
import { cloud, gull, sky } from './sky.ts'
import { cathedral, skyline } from './town.ts'
import { boat, water } from './water.ts'

/** What is seen across the counter, down to its top edge. */
export const outlook = (w: number, horizon: number, counter: number) =>
  sky(w, horizon + 20) +
  cloud(w * 0.09, horizon * 0.4, 1.6) +
  cloud(w * 0.68, horizon * 0.48, 1.7) +
  place(skyline(w) + place(cathedral, w * 0.62, 0), 0, horizon) +
  water(horizon, w, counter - horizon, 6) +
  boat(w * 0.19, horizon + 110, 1) +
  boat(w * 0.87, horizon + 90, 0.8, C.cream, C.harbour) +
  gull(w * 0.38, horizon * 0.92, 1.2)

/** Posts, a rail at y 86 and the counter, whose top is at y `counter`. */
export function stallFront(w: number, h: number, counter: number): string {
  const wood = linear([
    [0, '#f0d7ae'],
    [1, '#d9b27c']
  ])
  const post = (x: number) =>
    `<path d="M${x} 0h24v${counter}h-24z" fill="${C.navy}"/><path d="M${x} 0h7v${counter}h-7z" fill="${lite(C.navy, 0.25)}"/>`
  const cloth = counter + 60
  const stripes = times(Math.ceil(w / 72), (i) => `M${i * 72} ${cloth}h36v${h - cloth}h-36z`)
  return (
    `<path d="M-10 86H${w + 10}v15H-10z" fill="${C.navy}"/>${post(20)}${post(w - 44)}${wood.defs}<rect y="${counter}" width="${w}" height="64" fill="${wood.url}"/><path d="M0 ${counter}h${w}v5H0z" fill="#fbeccd"/>` +
    `<rect y="${cloth}" width="${w}" height="${h - cloth}" fill="${C.paper}"/><path d="${stripes}" fill="${C.orange}"/><path d="M0 ${cloth}h${w}v24H0z" fill="${SHADE}" opacity=".2"/>`
  )
}

/** A herring gull standing on the counter, its feet on (0, 0), facing left. */
export const standingGull = (x: number, y: number, scale: number) =>
  place(
    `<ellipse cx="20" cy="2" rx="90" ry="9" fill="${SHADE}" opacity=".24"/><g transform="translate(0 -126)"><path d="M-6 84v42M22 84v42M-18 126h24M12 126h24" stroke="#e8983a" stroke-width="7" stroke-linecap="round"/>` +
      '<path d="M-62-46C-62-78-14-84-8-48-4-20 20-10 52-2 92 8 124 34 148 58 100 70 60 96 4 92-48 88-74 50-66 8-62-12-62-30-62-46Z" fill="#fdfbf5"/><path d="M-10 22C30-2 100 14 164 64 110 60 60 84 20 74-8 66-22 40-10 22Z" fill="#8fa3b8"/>' +
      `<path d="M128 44l52 22-48 2z" fill="${C.navy}"/><path d="M-60-50l-40 12 38 12z" fill="${C.cloud}"/><circle cx="-38" cy="-48" r="6" fill="${C.ink}"/><path d="M4 92C60 96 100 70 148 58 100 84 50 104 4 92Z" fill="${SHADE}" opacity=".14"/></g>`,
    x,
    y,
    scale
  )
