/** Behind the counter of our stall: full of goods, with its seller, or empty but for one hopeful gull. */
import { say } from '../catalogue/demo-good.ts'
import { demoPerson } from '../members/index.ts'
import { C, lite } from '../palette.ts'
import { figure } from '../people/figure.ts'
import { footShade } from '../places/ground.ts'
import { outlook, stallFront, standingGull } from '../places/stall-front.ts'
import { place } from '../svg.ts'
import { frame, put, stand, wearing, type DemoScene } from './stage.ts'

const [W, H, COUNTER] = [800, 1000, 740]

/** A good hanging from the rail, swung a little; clothes hang on a wire. */
function hang(handle: string, x: number, scale: number, turn: number, drop: number, wired = true): string {
  const shoulder = 108 + 88 * scale
  const wire = `<path d="M${x} 92v${26 * scale}M${x - 150 * scale} ${shoulder}L${x} ${104 + 22 * scale}L${x + 150 * scale} ${shoulder}" stroke="${C.navy}" stroke-width="5" fill="none" stroke-linejoin="round"/>`
  const body = (wired ? wire : '') + put(handle, { x, y: 100 + drop * scale, scale, shadow: false })
  return `<g transform="rotate(${turn} ${x} 100)">${body}</g>`
}

function counter(): string {
  const beanie =
    footShade(140, COUNTER + 34, 80) +
    put('pier-beanie', { x: 132, y: COUNTER - 34, scale: 0.3, shadow: false })
  const hung =
    hang('quay-tee', 170, 0.36, -2, 372) +
    hang('sail-hoodie', 640, 0.36, 2, 400) +
    hang('house-tote', 410, 0.32, 1, 362, false)
  const display =
    stand('you-bottle', 300, COUNTER + 34, 0.36) +
    stand('mum-bottle', 398, COUNTER + 34, 0.36) +
    stand('forest-bottle', 496, COUNTER + 34, 0.36) +
    stand('gull-mug', 620, COUNTER + 36, 0.28)
  return frame(W, H, outlook(W, 500, COUNTER) + stallFront(W, H, COUNTER) + hung + beanie + display)
}

const apron = `<path d="M330 640H470L500 760V1100H300V760Z" fill="${C.navy}"/><path d="M330 640L352 492M470 640L448 492" stroke="${C.navy}" stroke-width="16"/><path d="M340 860H460V950H340Z" fill="${lite(C.navy, 0.12)}"/>`

function seller(): string {
  const look = { ...demoPerson('harpreet').look, mood: 'laugh' as const }
  const person = figure({
    look,
    wears: wearing('harbour-stripe-tee'),
    left: 'hip',
    right: 'wave',
    over: apron
  })
  const display =
    stand('mum-bottle', 120, COUNTER + 40, 0.36) +
    stand('tar-candle', 232, COUNTER + 40, 0.36) +
    stand('wave-mug', 600, COUNTER + 40, 0.3) +
    stand('bun-mug', 706, COUNTER + 42, 0.3)
  const hung = hang('awning-tote', 150, 0.3, -2, 362, false) + hang('forest-longsleeve', 660, 0.32, 2, 372)
  const body = place(person, 400, 130, 0.72, 0, 400, 0)
  return frame(W, H, outlook(W, 500, COUNTER) + body + stallFront(W, H, COUNTER) + hung + display)
}

/** The empty stall, 1600 x 900, for pages that have nothing to show yet. */
export const emptyStallSvg = () => {
  const [w, h, top] = [1600, 900, 660]
  return frame(w, h, outlook(w, 450, top) + stallFront(w, h, top) + standingGull(1010, top + 32, 1))
}

const tall = { width: 1080, height: 1350 }

export const stallScenes: readonly DemoScene[] = [
  {
    ...tall,
    handle: 'stall-counter',
    alt: say(
      'Our stall seen from behind the counter: shirts and a tote on the rail, bottles, a beanie and a mug on the wood, the harbour beyond',
      'Kojumme tiskin takaa: paidat ja kassi tangossa, pulloja, pipo ja muki tiskillä, takana satama',
      'Boden vår sett fra baksiden av disken: skjorter og et nett på stanga, flasker, en lue og et krus på disken, havna bak'
    ),
    tags: [
      { handle: 'quay-tee', x: 0.2, y: 0.26 },
      { handle: 'house-tote', x: 0.52, y: 0.26 },
      { handle: 'sail-hoodie', x: 0.795, y: 0.28 },
      { handle: 'mum-bottle', x: 0.4975, y: 0.66 },
      { handle: 'pier-beanie', x: 0.165, y: 0.69 },
      { handle: 'gull-mug', x: 0.765, y: 0.72 }
    ],
    picture: counter
  },
  {
    ...tall,
    handle: 'stall-seller',
    alt: say(
      'Harpreet in an orange turban and an apron waves from behind the counter, bottles, a candle and mugs in front of him',
      'Harpreet oranssissa turbaanissa ja esiliinassa vilkuttaa tiskin takaa, edessä pulloja, kynttilä ja mukeja',
      'Harpreet i oransje turban og forkle vinker bak disken, med flasker, et lys og krus foran seg'
    ),
    tags: [
      { handle: 'awning-tote', x: 0.19, y: 0.26 },
      { handle: 'forest-longsleeve', x: 0.82, y: 0.24 },
      { handle: 'tar-candle', x: 0.29, y: 0.7 },
      { handle: 'wave-mug', x: 0.74, y: 0.72 }
    ],
    picture: seller
  }
]
