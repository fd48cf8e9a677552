import { C, dark, lite, SHADE } from '../palette.ts'
import { place, times } from '../svg.ts'
import { cloth, crease, paintOf } from './cloth.ts'
import type { Finish, Good } from './good.ts'

const SOCK =
  'M300 190C340 182 420 182 458 190V540C458 570 474 592 500 612L604 690C650 726 650 796 596 820 560 836 520 828 484 808L354 730C316 706 300 670 300 620Z'
const FOLDS =
  'M458 300v250c10 40 40 60 70 84l-40 20c-40-30-66-70-66-110 20-80 30-160 36-244ZM300 600c20 60 60 90 110 116l-20 34c-60-30-94-70-90-150ZM520 800c60 10 100-10 110-60l10 60-60 40Z'
const LIGHTS =
  'M318 200h36c-4 140-4 260 0 400l-30 10c-10-140-10-270-6-410ZM470 640c40 30 80 56 120 84l-12 20c-44-26-84-50-120-74Z'

const ribs = times(12, (i) => `M${308 + i * 13} 196v68`)

function one(finish: Finish): string {
  const { color = C.cream, accent = C.harbour } = finish
  const inside =
    `<path d="M290 170H470V276C420 268 340 268 290 276ZM300 612C340 590 372 610 380 660 384 690 372 720 350 744L280 720ZM556 640C530 690 530 760 560 850L680 830V690Z" fill="${accent}"/>` +
    crease(ribs, 0.2, 4) +
    crease('M300 270C340 262 420 262 458 270', 0.3)
  return cloth(SOCK, paintOf(finish, color, lite(accent, 0.2)), inside, FOLDS, LIGHTS)
}

function draw(finish: Finish) {
  const back = `<g transform="translate(-96 -34)">${one({ ...finish, color: dark(finish.color ?? C.cream, 0.06) })}</g>`
  const band = `<path d="M196 398H466V494H196Z" fill="${C.paper}"/><path d="M196 398H466V412H196ZM196 480H466V494H196Z" fill="${C.orange}"/><path d="M430 398h36v96h-36z" fill="${SHADE}" opacity=".12"/>`
  const stitch = place(
    `<path d="M0 0H84M0 16H56" stroke="${C.navy}" stroke-width="7" stroke-linecap="round"/>`,
    330,
    438
  )
  const outline = `${SOCK}M204 156C244 148 324 148 362 156V506L508 656 258 696C220 672 204 636 204 586Z`
  return { outline, body: back + one(finish) + band + stitch }
}

/** A pair of socks held together by a paper band. */
export const socks: Good = { middle: [422, 492], size: [440, 690], fill: 0.78, draw }
