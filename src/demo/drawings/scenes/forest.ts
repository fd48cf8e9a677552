/** In the woods: berry pickers and walkers between birches, low sun, moss and ferns. */
import { say } from '../catalogue/demo-good.ts'
import { C, SHADE } from '../palette.ts'
import { demoPerson } from '../members/index.ts'
import { figure } from '../people/figure.ts'
import { sideFigure } from '../people/side-figure.ts'
import { footShade } from '../places/ground.ts'
import { moss, woods } from '../places/woods.ts'
import { place, times } from '../svg.ts'
import { frame, put, wearing, type DemoScene } from './stage.ts'

const forest = (front: string) => frame(800, 1000, woods(800, 1000, 640) + moss(660, 800, 340) + front)
const look = (handle: string) => demoPerson(handle).look

/** A bucket of lingonberries hanging from a hand at (0, 0). */
const bucket =
  `<path d="M-76 70C-70-10 70-10 76 70" fill="none" stroke="${C.stone}" stroke-width="9"/><path d="M-84 70H84L66 230H-66Z" fill="${C.paper}"/><path d="M30 70H84L66 230H26Z" fill="${SHADE}" opacity=".12"/>` +
  times(
    9,
    (i) =>
      `<circle cx="${-66 + i * 17}" cy="${66 - (i % 2) * 12}" r="17" fill="${i % 3 ? C.lingon : '#8e1730'}"/>`
  ) +
  `<path d="M-86 68H86V82H-86Z" fill="${C.harbour}"/>`

function picker(): string {
  const child = figure({
    look: { skin: 0, hair: 6, style: 'braids', age: 'child', hat: C.orange, freckles: true },
    wears: wearing('small-gull-hoodie'),
    left: 'down',
    right: 'wave',
    inLeft: place(bucket, 0, 40),
    below: { colour: C.harbour, shoes: C.birch }
  })
  return forest(footShade(400, 962, 180) + place(child, 400, 60, 0.59, 0, 400, 0))
}

function walker(): string {
  const person = sideFigure({
    look: look('katrin'),
    wears: wearing('forest-longsleeve', { art: undefined }),
    stance: 'walk',
    arm: 'down',
    trousers: '#6b5a4a',
    shoes: C.lingon,
    inHand: put('house-tote', { x: 20, y: 250, scale: 0.72, shadow: false })
  })
  return forest(footShade(400, 950, 170) + place(person, 400, 76, 0.465, 0, 400, 0))
}

function family(): string {
  const grown = figure({
    look: { ...look('sanna'), mood: 'smile' },
    wears: wearing('gull-tee'),
    left: 'hip',
    right: 'down',
    below: { kind: 'skirt', colour: C.moss }
  })
  const small = figure({
    look: { skin: 0, hair: 6, style: 'bob', age: 'child', mood: 'laugh' },
    wears: wearing('small-herring-tee'),
    right: 'hip',
    below: { kind: 'shorts', colour: C.orange }
  })
  return forest(
    footShade(290, 960, 130) +
      place(grown, 290, 70, 0.47, 0, 400, 0) +
      footShade(560, 968, 110) +
      place(small, 560, 330, 0.42, 0, 400, 0)
  )
}

const tall = { width: 1080, height: 1350 }

export const forestScenes: readonly DemoScene[] = [
  {
    ...tall,
    handle: 'forest-picker',
    alt: say(
      'A child in a red gull hoodie and an orange beanie waves in the forest, a bucket of lingonberries in the other hand',
      'Lapsi punaisessa lokkihupparissa ja oranssissa pipossa vilkuttaa metsässä, toisessa kädessä ämpärillinen puolukoita',
      'Et barn i rød måkegenser og oransje lue vinker i skogen, med en bøtte tyttebær i den andre hånden'
    ),
    tags: [
      { handle: 'small-gull-hoodie', x: 0.5, y: 0.5 },
      { handle: 'pom-beanie', x: 0.5, y: 0.13 }
    ],
    picture: picker
  },
  {
    ...tall,
    handle: 'forest-walk',
    by: 'katrin',
    alt: say(
      'Katrin walks through a birch forest in a green long-sleeve shirt, a tote with red houses in her hand',
      'Katrin kävelee koivikossa vihreässä paidassa, kädessä kassi, jossa on punaisia taloja',
      'Katrin går gjennom en bjørkeskog i grønn langermet skjorte, med et nett med røde hus i hånden'
    ),
    tags: [
      { handle: 'forest-longsleeve', x: 0.49, y: 0.45 },
      { handle: 'house-tote', x: 0.515, y: 0.69 }
    ],
    picture: walker
  },
  {
    ...tall,
    handle: 'forest-family',
    by: 'sanna',
    alt: say(
      'Sanna in a navy gull tee and a laughing child in a herring tee stand between the birches',
      'Sanna tummansinisessä lokkipaidassa ja naurava lapsi silakkapaidassa koivujen välissä',
      'Sanna i marineblå måkeskjorte og et leende barn i sildeskjorte står mellom bjørkene'
    ),
    tags: [
      { handle: 'gull-tee', x: 0.365, y: 0.45 },
      { handle: 'small-herring-tee', x: 0.7, y: 0.66 }
    ],
    picture: family
  }
]
