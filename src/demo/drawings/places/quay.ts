/** The granite quay with the bay behind it. */
import { C } from '../palette.ts'
import { figure, type Person } from '../people/figure.ts'
import { quayside } from './ground.ts'
import { cloud, gull, sky, type Time } from './sky.ts'
import { boat, islet, water } from './water.ts'
import { place } from '../svg.ts'

type Standing = Person & { x: number; y: number; scale: number }

const bay = (w: number, time: Time) =>
  sky(w, 420, time) +
  cloud(60, 110, 1.5) +
  cloud(610, 70, 1.3) +
  water(400, w, 330, 8, time) +
  islet('M-10 404C60 370 120 384 190 404ZM600 404c50-26 120-30 210 0Z') +
  boat(690, 520, 1) +
  boat(110, 480, 0.6, C.cream, C.harbour) +
  gull(120, 230, 1.3) +
  gull(600, 240)

/** The quay, 800 x 1000, and who stands on it. */
export function quay(time: Time, people: readonly Standing[]): string {
  const bodies = people.map(({ x, y, scale, ...person }) => place(figure(person), x, y, scale, 0, 400, 0))
  return bay(800, time) + quayside(700, 800, 300) + bodies.join('')
}
