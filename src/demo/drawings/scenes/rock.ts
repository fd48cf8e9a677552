/** A mug or a bottle left standing on a warm sea rock. */
import { say } from '../catalogue/demo-good.ts'
import { C, SHADE } from '../palette.ts'
import { granite } from '../places/ground.ts'
import { cloud, gull, sky, type Time } from '../places/sky.ts'
import { boat, islet, water } from '../places/water.ts'
import { clipped, soft } from '../svg.ts'
import { frame, put, type DemoScene } from './stage.ts'

const ROCK = 'M-10 640C120 560 240 600 340 596 480 588 640 560 810 650V800H-10Z'

function rock(time: Time, good: string, shade: string): string {
  const sea =
    sky(800, 360, time) +
    cloud(70, 90, 1.5) +
    water(330, 800, 330, 14, time) +
    islet('M420 338c60-40 150-52 220-30 60-10 110 0 150 30Z') +
    boat(150, 430, 0.9, C.cream, C.navy) +
    gull(600, 150, 1.4)
  const stone = clipped(
    ROCK,
    granite(540, 800, 300, 9) +
      `<path d="M-10 640C120 560 240 600 340 596L420 800H-10Z" fill="#fff" opacity=".2"/><path d="M560 590c40 60 60 120 60 220M250 600c-20 60-30 130-24 210" stroke="${SHADE}" stroke-opacity=".2" stroke-width="5" fill="none"/>`
  )
  return frame(800, 800, sea + stone + soft(shade, 12, SHADE, 0.24) + good)
}

export const rockScenes: readonly DemoScene[] = [
  {
    handle: 'rock-coffee',
    width: 1080,
    height: 1080,
    by: 'ingrid',
    alt: say(
      'A mug with a blue gull, full of coffee, on a granite rock by the sea',
      'Sinisellä lokilla kuvitettu kahvimuki rantakalliolla',
      'Et krus med en blå måke, fullt av kaffe, på et svaberg ved sjøen'
    ),
    tags: [{ handle: 'gull-mug', x: 0.47, y: 0.62 }],
    picture: () =>
      rock(
        'day',
        put('gull-mug', { x: 400, y: 480, scale: 0.92, shadow: false }),
        'M330 668L700 610 760 640 470 690Z'
      )
  },
  {
    handle: 'rock-evening-bottle',
    width: 1080,
    height: 1080,
    by: 'olena',
    alt: say(
      'A yellow bottle that says Sinä beside a burning candle on a rock, a pink summer night over the water',
      'Keltainen Sinä-pullo ja palava kynttilä kalliolla, veden yllä vaaleanpunainen kesäyö',
      'En gul flaske med teksten Sinä og et tent lys på et svaberg, rosa sommernatt over vannet'
    ),
    tags: [
      { handle: 'you-bottle', x: 0.4, y: 0.44 },
      { handle: 'berry-candle', x: 0.65, y: 0.7 }
    ],
    picture: () =>
      rock(
        'white-night',
        put('you-bottle', { x: 320, y: 420, scale: 0.68, shadow: false }) +
          put('berry-candle', { x: 520, y: 528, scale: 0.5, shadow: false }),
        'M240 676L420 640 640 650 720 680 480 700Z'
      )
  }
]
