/** Goods laid out on stone or a striped cloth, seen from above. */
import { awningShadow } from '../backdrop.ts'
import { say } from '../catalogue/demo-good.ts'
import { C, dark, lite, SHADE } from '../palette.ts'
import { random } from '../random.ts'
import { linear, round, times } from '../svg.ts'
import { frame, put, type DemoScene } from './stage.ts'

type Lying = readonly [handle: string, x: number, y: number, scale: number, turn: number]
const SIDE = 800

/** A striped cloth lying askew over the lower half; its stripes are drawn one by one, a turned pattern being slow. */
const cloth = (colour: string) =>
  `<g transform="rotate(-24 400 400)"><path d="M-140 400H980V1000H-140Z" fill="${C.paper}"/><path d="${times(15, (i) => `M${-140 + i * 72} 400h36v600h-36z`)}" fill="${colour}"/>` +
  `<rect x="-140" y="400" width="1120" height="8" fill="${SHADE}" opacity=".14"/></g>`

function berries(): string {
  const next = random(12)
  return times(9, (i) => {
    const [x, y] = [round(next() * SIDE), round(next() * SIDE)]
    return `<circle cx="${x + 4}" cy="${y + 6}" r="12" fill="${SHADE}" opacity=".25"/><circle cx="${x}" cy="${y}" r="12" fill="${i % 2 ? C.cloud : C.lingon}"/><circle cx="${x - 4}" cy="${y - 4}" r="3" fill="#fff" opacity=".7"/>`
  })
}

function flatlay(bg: string, stripe: string | undefined, goods: readonly Lying[]): string {
  const { defs, url } = linear(
    [
      [0, lite(bg, 0.5)],
      [1, dark(bg, 0.1)]
    ],
    [0, 0, 1, 1]
  )
  const ground = `${defs}<rect width="${SIDE}" height="${SIDE}" fill="${url}"/>`
  const lying = goods.map(([handle, x, y, scale, turn]) => put(handle, { x, y, scale, turn }))
  return frame(
    SIDE,
    SIDE,
    ground + (stripe ? cloth(stripe) : '') + berries() + lying.join('') + awningShadow(SIDE, SIDE, 0.12)
  )
}

const square = { width: 1080, height: 1080 }

export const flatlayScenes: readonly DemoScene[] = [
  {
    ...square,
    handle: 'flatlay-picnic',
    alt: say(
      'A striped tee, a tote, a beanie and an orange bottle on an orange striped cloth',
      'Raitapaita, kassi, pipo ja oranssi pullo oranssiraidallisella liinalla',
      'En stripete skjorte, et nett, en lue og en oransje flaske på en oransjestripet duk'
    ),
    tags: [
      { handle: 'quay-tee', x: 0.41, y: 0.42 },
      { handle: 'herring-tote', x: 0.75, y: 0.8 },
      { handle: 'name-bottle', x: 0.21, y: 0.75 },
      { handle: 'pier-beanie', x: 0.79, y: 0.22 }
    ],
    picture: () =>
      flatlay(C.granite, C.orange, [
        ['quay-tee', 320, 330, 0.64, -14],
        ['herring-tote', 600, 590, 0.44, 16],
        ['name-bottle', 170, 600, 0.5, -34],
        ['pier-beanie', 630, 190, 0.42, 12]
      ])
  },
  {
    ...square,
    handle: 'flatlay-winter',
    alt: say(
      'A navy hoodie with stars, a patterned beanie, wool socks and a mug on pale stone',
      'Tummansininen tähtihuppari, kuviopipo, villasukat ja muki vaalealla kivellä',
      'En marineblå hettegenser med stjerner, en mønstret lue, ullsokker og et krus på lys stein'
    ),
    tags: [
      { handle: 'star-hoodie', x: 0.38, y: 0.52 },
      { handle: 'snow-beanie', x: 0.79, y: 0.24 },
      { handle: 'knit-socks', x: 0.76, y: 0.7 }
    ],
    picture: () =>
      flatlay(C.sky, undefined, [
        ['star-hoodie', 310, 420, 0.74, -9],
        ['snow-beanie', 630, 180, 0.4, 14],
        ['knit-socks', 610, 570, 0.5, 10]
      ])
  },
  {
    ...square,
    handle: 'flatlay-small-presents',
    alt: say(
      'Sea stickers, herring socks, a blue cap and a linen towel laid out as presents',
      'Meritarrat, silakkasukat, sininen lippis ja pellavapyyhe aseteltuina tuliaisiksi',
      'Sjøklistremerker, sildesokker, en blå caps og et linhåndkle lagt fram som gaver'
    ),
    tags: [
      { handle: 'sea-stickers', x: 0.28, y: 0.3 },
      { handle: 'herring-socks', x: 0.72, y: 0.32 },
      { handle: 'gull-cap', x: 0.3, y: 0.76 },
      { handle: 'ladle-towel', x: 0.76, y: 0.76 }
    ],
    picture: () =>
      flatlay(C.blush, C.harbour, [
        ['ladle-towel', 600, 600, 0.5, 12],
        ['sea-stickers', 220, 230, 0.6, -6],
        ['herring-socks', 590, 230, 0.5, -14],
        ['gull-cap', 240, 610, 0.54, -8]
      ])
  },
  {
    ...square,
    handle: 'flatlay-children',
    alt: say(
      'Children’s things on a yellow striped cloth: a sage tee with herrings, a red gull hoodie and a small blue bottle',
      'Lasten tavaroita keltaraidallisella liinalla: silakkapaita, punainen lokkihuppari ja pieni sininen pullo',
      'Barneting på en gulstripet duk: en grønn sildeskjorte, en rød måkegenser og en liten blå flaske'
    ),
    tags: [
      { handle: 'small-herring-tee', x: 0.3, y: 0.36 },
      { handle: 'small-gull-hoodie', x: 0.67, y: 0.58 },
      { handle: 'children-bottle', x: 0.22, y: 0.78 }
    ],
    picture: () =>
      flatlay(C.sand, C.cloud, [
        ['small-herring-tee', 250, 260, 0.52, -12],
        ['small-gull-hoodie', 530, 430, 0.62, 9],
        ['children-bottle', 180, 620, 0.4, -28]
      ])
  }
]
