/** A kitchen with a window on the harbour: somebody at the table, something with cinnamon on it. */
import { say } from '../catalogue/demo-good.ts'
import { bun } from '../motifs.ts'
import { C, lite } from '../palette.ts'
import { demoPerson } from '../members/index.ts'
import { figure } from '../people/figure.ts'
import { sideFigure } from '../people/side-figure.ts'
import { harbourWindow, lamp, room, table } from '../places/indoors.ts'
import { place } from '../svg.ts'
import { frame, put, stand, wearing, type DemoScene } from './stage.ts'

const look = (handle: string) => demoPerson(handle).look
const plate = (x: number, y: number) =>
  place(
    `<ellipse rx="92" ry="26" fill="${C.paper}"/><ellipse rx="64" ry="16" cy="-2" fill="${lite(C.sky, 0.4)}"/>`,
    x,
    y
  ) + place(bun('#d99a54', '#7a4a28'), x, y - 30, 0.52)

function coffee(): string {
  const drinker = sideFigure({
    look: { ...look('mateusz'), turn: 0 },
    wears: wearing('coffee-tee'),
    stance: 'sit',
    arm: 'hold',
    trousers: C.ink,
    inHand: put('berry-mug', { x: 44, y: -40, scale: 0.5, shadow: false })
  })
  const chair = `<path d="M96 560h22v420H96z" fill="${C.harbour}"/><path d="M96 600h120v22H96z" fill="${C.harbour}"/>`
  return frame(
    800,
    1000,
    room(800, 1000, C.sage) +
      harbourWindow(400, 120, 320, 380) +
      put('bun-poster', { x: 170, y: 210, scale: 0.36 }) +
      lamp(560, 96) +
      chair +
      place(drinker, 230, 220, 0.66, 0, 400, 0) +
      table(836, 800, 170) +
      stand('terrazzo-mug', 500, 880, 0.34) +
      plate(676, 880)
  )
}

function breakfast(): string {
  const child = figure({
    look: { skin: 2, hair: 4, style: 'curly', age: 'child', mood: 'laugh' },
    wears: wearing('small-herring-tee'),
    left: 'hold',
    right: 'wave'
  })
  const parent = figure({ look: look('priya'), wears: wearing('midsummer-tee'), left: 'down', right: 'hip' })
  return frame(
    800,
    1000,
    room(800, 1000, C.blush) +
      harbourWindow(250, 90, 300, 330, 'early') +
      lamp(110, 130, C.lingon) +
      place(parent, 570, 150, 0.66, 0, 400, 0) +
      place(child, 260, 330, 0.56, 0, 400, 0) +
      table(836, 800, 170, '#d8a869') +
      stand('children-bottle', 470, 900, 0.34) +
      plate(640, 900) +
      put('check-towel', { x: 90, y: 560, scale: 0.34 })
  )
}

const tall = { width: 1080, height: 1350 }

export const kitchenScenes: readonly DemoScene[] = [
  {
    ...tall,
    handle: 'kitchen-coffee',
    by: 'mateusz',
    alt: say(
      'Mateusz sits in profile at a kitchen table in a red tee with a mug in his hand, a cinnamon bun before him, the harbour in the window',
      'Mateusz istuu sivuttain keittiönpöydän ääressä punaisessa paidassa muki kädessä, edessä korvapuusti, ikkunassa satama',
      'Mateusz sitter i profil ved kjøkkenbordet i rød skjorte med et krus i hånden, en kanelbolle foran seg og havna i vinduet'
    ),
    tags: [
      { handle: 'coffee-tee', x: 0.295, y: 0.7 },
      { handle: 'berry-mug', x: 0.475, y: 0.66 },
      { handle: 'terrazzo-mug', x: 0.62, y: 0.81 },
      { handle: 'bun-poster', x: 0.2125, y: 0.2 }
    ],
    picture: coffee
  },
  {
    ...tall,
    handle: 'kitchen-breakfast',
    by: 'priya',
    alt: say(
      'A laughing child in a sage green herring tee waves at the breakfast table, Priya beside in the Midsummer tee',
      'Naurava lapsi vihreässä silakkapaidassa vilkuttaa aamiaispöydässä, vieressä Priya Juhannuspaidassa',
      'Et leende barn i grønn sildeskjorte vinker ved frokostbordet, ved siden av står Priya i Sankthansskjorta'
    ),
    tags: [
      { handle: 'small-herring-tee', x: 0.33, y: 0.76 },
      { handle: 'midsummer-tee', x: 0.72, y: 0.66 },
      { handle: 'children-bottle', x: 0.5875, y: 0.79 }
    ],
    picture: breakfast
  }
]
