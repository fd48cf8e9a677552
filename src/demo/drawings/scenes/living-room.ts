/** A living room: posters over a sofa, and a window sill in the dark months. */
import { say } from '../catalogue/demo-good.ts'
import { C, SHADE } from '../palette.ts'
import { harbourWindow, room } from '../places/indoors.ts'
import { frame, put, stand, type DemoScene } from './stage.ts'

function gallery(): string {
  const sofa = `<path d="M90 800C90 770 130 760 160 780V830H640V780C670 760 710 770 710 800V960H90Z" fill="${C.harbour}"/><path d="M150 720Q150 690 190 690H610Q650 690 650 720V850H150Z" fill="${C.harbour}"/><path d="M150 830H650V880H150ZM400 700V830" fill="${SHADE}" fill-opacity=".14" stroke="${SHADE}" stroke-opacity=".25" stroke-width="4"/><path d="M90 950H710V975H90Z" fill="${SHADE}" opacity=".2"/>`
  const cushion = `<path d="M196 716L300 700 318 806 210 824Z" fill="${C.orange}"/><path d="M204 736l100-16M210 766l100-16M214 796l100-16" stroke="${C.paper}" stroke-width="9"/>`
  return frame(
    800,
    1000,
    `${room(800, 1000, C.sand)}<path d="M0 940H800V1000H0Z" fill="#c49a6a"/><path d="M0 932H800V944H0Z" fill="${C.paper}"/>` +
      put('midsummer-poster', { x: 152, y: 350, scale: 0.5 }) +
      put('lighthouse-poster', { x: 400, y: 330, scale: 0.4 }) +
      put('archipelago-poster', { x: 648, y: 350, scale: 0.5 }) +
      sofa +
      cushion +
      put('moi-tote', { x: 560, y: 776, scale: 0.32, turn: 6 })
  )
}

function sill(): string {
  return frame(
    800,
    800,
    room(800, 800, '#7f93ad') +
      harbourWindow(120, 40, 560, 480, 'evening') +
      `<rect y="552" width="800" height="60" fill="${C.paper}"/><rect y="606" width="800" height="200" fill="#5f7390"/><path d="M0 606h800v22H0z" fill="${SHADE}" opacity=".25"/>` +
      stand('tar-candle', 220, 592, 0.46) +
      stand('berry-candle', 400, 592, 0.46) +
      stand('wave-mug', 590, 592, 0.42)
  )
}

const tall = { width: 1080, height: 1350 }

export const livingRoomScenes: readonly DemoScene[] = [
  {
    ...tall,
    handle: 'poster-wall',
    by: 'hakon',
    alt: say(
      'Three posters over a blue sofa: a midsummer sun, a lighthouse and rows of islands',
      'Kolme julistetta sinisen sohvan yllä: kesäyön aurinko, majakka ja saaria',
      'Tre plakater over en blå sofa: en midnattssol, et fyr og rekker av øyer'
    ),
    tags: [
      { handle: 'midsummer-poster', x: 0.19, y: 0.34 },
      { handle: 'lighthouse-poster', x: 0.5, y: 0.35 },
      { handle: 'archipelago-poster', x: 0.81, y: 0.37 },
      { handle: 'moi-tote', x: 0.69, y: 0.82 }
    ],
    picture: gallery
  },
  {
    width: 1080,
    height: 1080,
    handle: 'window-sill',
    alt: say(
      'Two candles burn and a blue mug steams on a window sill, evening over the harbour outside',
      'Kaksi kynttilää palaa ja sininen muki odottaa ikkunalaudalla, ulkona sataman ilta',
      'To lys brenner og et blått krus står i vinduskarmen, kveld over havna utenfor'
    ),
    tags: [
      { handle: 'tar-candle', x: 0.275, y: 0.62 },
      { handle: 'berry-candle', x: 0.5, y: 0.62 },
      { handle: 'wave-mug', x: 0.725, y: 0.66 }
    ],
    picture: sill
  }
]
