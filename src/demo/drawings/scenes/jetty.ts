/** The sauna jetty on a summer night: planks out over still water, the red sauna on the far side. */
import { say } from '../catalogue/demo-good.ts'
import { C, dark, SHADE } from '../palette.ts'
import { demoPerson } from '../members/index.ts'
import { figure } from '../people/figure.ts'
import { footShade, planks } from '../places/ground.ts'
import { sky, type Time } from '../places/sky.ts'
import { farShore, reeds, saunaHut } from '../places/shore.ts'
import { islet, water } from '../places/water.ts'
import { clipped, place } from '../svg.ts'
import { frame, put, stand, wearing, type DemoScene } from './stage.ts'

const sun = '<circle cx="560" cy="352" r="60" fill="#ffd08a"/>'
const glitter =
  '<path d="M510 450h100M524 476h72M502 506h116M530 538h60" stroke="#ffd9a0" stroke-width="9" stroke-linecap="round" opacity=".8"/>'

const lake = (time: Time) =>
  sky(800, 420, time) +
  sun +
  farShore(400, 800, time === 'evening' ? '#5d6a63' : '#55638a') +
  water(398, 800, 602, 27, time) +
  glitter +
  islet('M-10 470C40 410 160 392 300 430 340 442 360 456 366 470Z', '#54743f') +
  saunaHut(170, 424, 0.72)

function jetty(time: Time, front: string): string {
  const posts = [
    [250, 770],
    [566, 770],
    [206, 900],
    [616, 900]
  ]
    .map(([x, y]) => `<path d="M${x} ${y}h26v160h-26z" fill="${dark(C.wood, 0.45)}"/>`)
    .join('')
  const boards = planks(690, 320, [286, 532], [120, 700], '#b98a5c')
  return frame(
    800,
    1000,
    `${lake(time)}${reeds(-10, 760, 16, 5)}${reeds(700, 820, 14, 6)}${posts}${boards}${front}`
  )
}

/** Seen from behind, sitting on the end of the jetty, cut off at the planks. */
function sitting(handle: string, hat: string, garment: string, x: number, scale: number): string {
  const body = figure({
    look: { ...demoPerson(handle).look, hat },
    wears: wearing(garment),
    view: 'back',
    left: 'down',
    right: 'down'
  })
  const lap = `<path d="M236 1020C240 1130 560 1130 564 1020L580 1110C560 1170 240 1170 220 1110Z" fill="${C.ink}"/>`
  const seat = clipped('M0 0H800V1100H0Z', body)
  return footShade(x + 20, 812, 150 * scale * 2) + place(lap + seat, x, 812 - 1120 * scale, scale, 0, 400, 0)
}

const tall = { width: 1080, height: 1350 }

export const jettyScenes: readonly DemoScene[] = [
  {
    ...tall,
    handle: 'jetty-after-sauna',
    by: 'risten',
    alt: say(
      'Seen from behind, two people in beanies sit on a sauna jetty and watch the low sun over a still lake',
      'Kaksi pipopäistä istuu saunalaiturilla selin meihin ja katsoo matalaa aurinkoa tyynen järven yllä',
      'To personer med luer sitter på badstubrygga med ryggen til og ser på den lave sola over et blankt vann'
    ),
    tags: [
      { handle: 'pier-beanie', x: 0.355, y: 0.42 },
      { handle: 'sail-hoodie', x: 0.35, y: 0.7 },
      { handle: 'skerry-beanie', x: 0.648, y: 0.415 },
      { handle: 'knot-longsleeve', x: 0.645, y: 0.69 }
    ],
    picture: () =>
      jetty(
        'evening',
        sitting('risten', C.lingon, 'sail-hoodie', 286, 0.42) +
          sitting('sindre', C.navy, 'knot-longsleeve', 516, 0.42)
      )
  },
  {
    ...tall,
    handle: 'jetty-still-life',
    by: 'niillas',
    alt: say(
      'A green bottle, a burning spruce candle and a linen towel on the planks of a jetty, the red sauna smoking across the water',
      'Vihreä pullo, palava kuusikynttilä ja pellavapyyhe laiturin lankuilla, punainen sauna savuaa veden takana',
      'En grønn flaske, et tent granlys og et linhåndkle på plankene på en brygge, den røde badstua ryker over vannet'
    ),
    tags: [
      { handle: 'forest-bottle', x: 0.3075, y: 0.67 },
      { handle: 'forest-candle', x: 0.495, y: 0.84 },
      { handle: 'loyly-towel', x: 0.67, y: 0.64 }
    ],
    picture: () =>
      jetty(
        'white-night',
        `<path d="M622 520h14v420h-14zM462 516h176v14H462z" fill="${dark(C.wood, 0.2)}"/><path d="M629 530v404" stroke="${SHADE}" stroke-opacity=".3" stroke-width="4"/>` +
          put('loyly-towel', { x: 534, y: 690, scale: 0.46, turn: 2, shadow: false }) +
          stand('forest-bottle', 246, 900, 0.56) +
          stand('forest-candle', 396, 928, 0.42)
      )
  }
]
