/** Small figures that patterns, prints, posters and stickers share. */
import { C } from './palette.ts'
import { times } from './svg.ts'

/** A herring swimming left, in a 62 x 30 field. */
export const fish = (body: string, bone: string) =>
  `<path d="M4 16C18 2 44 2 58 15l14-9c-3 6-3 14 0 20l-14-9C44 30 18 30 4 16Z" fill="${body}"/>` +
  `<path d="M20 8c5 5 5 11 0 16M30 9c3 4 3 10 0 14M40 10c2 3 2 8 0 12" fill="none" stroke="${bone}" stroke-width="2"/>` +
  `<circle cx="12" cy="14" r="2.2" fill="${bone}"/>`

/** A fir, its foot on (0, 0), 100 high. */
export const fir = (colour: string, trunk: string = C.wood) =>
  `<path d="M-5-14H5V0H-5Z" fill="${trunk}"/>` +
  `<path d="M0-100L18-66H9L27-40H14L34-12H-34L-14-40H-27L-9-66H-18Z" fill="${colour}"/>`

/** A cinnamon bun, 200 wide around (0, 0). */
export const bun = (dough: string, swirl: string) =>
  `<ellipse rx="98" ry="70" cy="8" fill="${dough}"/>` +
  `<path d="M-74 14C-70-34-10-58 40-44 84-30 82 26 34 36-6 42-44 26-34-2-24-28 22-30 30-6 34 10 8 16 0 6" fill="none" stroke="${swirl}" stroke-width="13" stroke-linecap="round"/>`

/** The awning's scallops on a 32 unit grid. */
export const awning = (a: string, b: string) =>
  times(5, (i) => {
    const top = 4 + i * 4.8
    const low = 7 + i * 6
    return `<path d="M${top} 2h4.8L${low} 10v1.5a3 3 0 0 1-6 0V10Z" fill="${i % 2 ? b : a}"/>`
  })

/** A market stall front, 200 x 160: awning above, a counter of fruit below. */
export const kiosk = (a: string, back: string, fruit: readonly string[]) =>
  `<rect x="14" y="70" width="166" height="86" fill="${back}"/><g transform="scale(6.06 5)">${awning(a, C.paper)}</g>` +
  times(4, (i) => `<circle cx="${42 + i * 36}" cy="128" r="15" fill="${fruit[i % fruit.length]}"/>`) +
  `<rect x="10" y="140" width="174" height="18" fill="${C.sand}"/>`
