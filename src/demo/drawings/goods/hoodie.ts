import { C, dark, lite, SHADE } from '../palette.ts'
import { print } from '../prints.ts'
import { times } from '../svg.ts'
import { cloth, crease, paintOf } from './cloth.ts'
import type { Finish, Good } from './good.ts'

const OUTLINE =
  'M306 250C262 262 232 272 212 292C160 344 122 520 104 690L110 742C134 756 164 760 190 754L200 700C212 610 228 520 246 450C246 560 242 680 242 770L250 836C330 852 470 852 550 836L558 770C558 680 554 560 554 450C572 520 588 610 600 700L610 754C636 760 666 756 690 742L696 690C678 520 640 344 588 292C568 272 538 262 494 250C520 190 486 96 400 96C314 96 280 190 306 250Z'
const FOLDS =
  'M246 450c40 60 70 120 76 200-30-70-50-110-78-130ZM554 450c-40 60-66 120-74 220 32-90 48-130 76-150ZM130 560c30 20 50 24 86 16l-4 26c-40 6-64 0-88-14ZM118 640c30 20 50 22 84 14v20c-40 8-64 2-88-12ZM670 560c-30 20-50 24-86 16l4 26c40 6 64 0 88-14ZM682 640c-30 20-50 22-84 14v20c40 8 64 2 88-12ZM560 440c-14 140-10 260-6 396l-50 8c30-140 30-280 56-404ZM306 250c40 60 150 60 188 0l20 20c-50 70-180 70-230 0Z'
const LIGHTS =
  'M264 460c26 120 30 240 20 370l-30 2c0-140 6-260 10-372ZM390 320c20 90 16 180 0 270h50c-4-100-20-190-50-270ZM200 330c-44 80-66 200-76 340l26 10c10-130 26-250 50-350ZM316 180c10-40 40-66 84-66-30 20-50 60-56 120Z'

const rib = () =>
  `<g stroke="${SHADE}" stroke-opacity=".3" stroke-width="3">` +
  times(26, (i) => `<path d="M${252 + i * 12} 786v54"/>`) +
  times(7, (i) => `<path d="M${114 + i * 12} 704l4 50M${612 + i * 12} 752l4-48"/>`) +
  '</g>'

const hood = (color: string) =>
  `<path d="M326 244C310 166 348 128 400 128S490 166 474 244C448 286 352 286 326 244Z" fill="${dark(color, 0.5)}"/>` +
  `<path d="M340 240C326 180 356 150 400 150s74 30 60 90c-20 30-100 30-120 0Z" fill="${dark(color, 0.3)}"/>` +
  `<rect x="378" y="226" width="44" height="20" rx="3" fill="${C.orange}"/>` +
  `<path d="M306 250C340 300 376 318 400 342 424 318 460 300 494 250L474 244C456 276 424 292 400 310 376 292 344 276 326 244Z" fill="${lite(color, 0.1)}"/>`

const cords = (colour: string) =>
  `<path d="M366 300C360 360 366 400 358 452M434 300c6 60-2 100 8 138" fill="none" stroke="${colour}" stroke-width="9" stroke-linecap="round"/>` +
  `<path d="M358 452v24M442 438v24" stroke="${C.stone}" stroke-width="11" stroke-linecap="round"/>`

function draw(finish: Finish) {
  const { color = C.harbour, accent = C.cream, art, artColor } = finish
  const pocket = `<path d="M300 610H500L548 736C548 748 540 756 530 756H270C260 756 252 748 252 736Z" fill="${dark(color, 0.06)}" stroke="${SHADE}" stroke-opacity=".35" stroke-width="3"/>`
  const inside =
    hood(color) +
    (art ? print(art, artColor ?? accent, color, 400, 486, 0.8) : '') +
    pocket +
    rib() +
    crease('M242 784C330 800 470 800 558 784', 0.35)
  const body =
    cloth(OUTLINE, paintOf(finish, color, accent), inside, FOLDS, LIGHTS) +
    crease('M246 450C240 390 228 330 212 292M554 450c6-60 18-120 34-158', 0.3) +
    cords(accent)
  return { outline: OUTLINE, body }
}

/** A hooded sweatshirt laid flat. */
export const hoodie: Good = { middle: [400, 474], size: [592, 760], fill: 0.84, draw }
