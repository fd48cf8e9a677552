/** The tram stop by the square: people waiting, walking and rolling by, the green tram behind them. */
import { say } from '../catalogue/demo-good.ts'
import { C } from '../palette.ts'
import { demoPerson } from '../members/index.ts'
import { sideFigure } from '../people/side-figure.ts'
import { wheelchairFrame, wheelchairWheel } from '../people/wheelchair.ts'
import { footShade, granite } from '../places/ground.ts'
import { cloud, sky, type Time } from '../places/sky.ts'
import { skyline } from '../places/town.ts'
import { rails, tram, tramStop } from '../places/tram.ts'
import { place } from '../svg.ts'
import { frame, put, wearing, type DemoScene } from './stage.ts'

const street = (time: Time, tramAt: number) =>
  sky(800, 620, time) +
  cloud(80, 90, 1.6) +
  cloud(520, 150, 1.3) +
  place(skyline(520, 27), 0, 640, 1.7) +
  granite(640, 800, 370, 17) +
  rails(690, 800) +
  place(tram(), tramAt, 330, 0.74)

function tram4(time: Time, tramAt: number, front: string): string {
  const kerb = `<path d="M0 742h800v18H0z" fill="#f3ede4"/><path d="M0 760h800v240H0z" fill="#d8d0c4"/><path d="M0 870h800M160 760v110M470 760v110M300 870v130M640 870v130" stroke="${C.navy}" stroke-opacity=".12" stroke-width="4"/>`
  return frame(800, 1000, street(time, tramAt) + kerb + front)
}

const look = (handle: string) => demoPerson(handle).look

function rolling(): string {
  const person = sideFigure({
    look: { ...look('zahra'), glasses: 'clear', mood: 'smile' },
    wears: wearing('berry-hoodie'),
    trousers: '#4a5d7a',
    stance: 'sit',
    arm: 'lap',
    face: 'aside',
    seat: wheelchairFrame(C.orange)
  })
  const bag = put('tram-tote', { x: 590, y: 940, scale: 0.42, shadow: false })
  return footShade(440, 938, 260) + place(person + wheelchairWheel + bag, 400, 20, 0.59, 0, 420, 0)
}

const tall = { width: 1080, height: 1350 }

export const tramScenes: readonly DemoScene[] = [
  {
    ...tall,
    handle: 'tram-zahra',
    by: 'zahra',
    alt: say(
      'Zahra in a birch green Cloudberry hoodie waits for the tram in her wheelchair, a tram tote on her lap',
      'Zahra odottaa ratikkaa pyörätuolissaan koivunvihreä Hillahuppari päällä ja ratikkakassi sylissä',
      'Zahra venter på trikken i rullestolen sin, i bjørkegrønn Multegenser og med et trikkenett på fanget'
    ),
    tags: [
      { handle: 'berry-hoodie', x: 0.475, y: 0.51 },
      { handle: 'tram-tote', x: 0.63, y: 0.62 }
    ],
    picture: () => tram4('day', -330, tramStop(700, 900, 1) + rolling())
  },
  {
    ...tall,
    handle: 'tram-commute',
    alt: say(
      'A man in profile in a navy striped shirt walks along the stop with a coffee mug as the tram leaves',
      'Mies kävelee pysäkkiä pitkin raitapaidassa kahvimuki kädessä, ratikka lähtee',
      'En mann i profil i marineblå stripete skjorte går langs holdeplassen med et kaffekrus mens trikken kjører'
    ),
    tags: [
      { handle: 'pier-longsleeve', x: 0.49, y: 0.48 },
      { handle: 'coffee-mug', x: 0.635, y: 0.425 }
    ],
    picture: () =>
      tram4(
        'early',
        120,
        tramStop(90, 880, 0.95) +
          footShade(400, 948, 150) +
          place(
            sideFigure({
              look: { ...look('yusuf'), build: 'regular' },
              wears: wearing('pier-longsleeve'),
              stance: 'walk',
              arm: 'hold',
              trousers: '#6b5a4a',
              inHand: put('coffee-mug', { x: 40, y: -30, scale: 0.44, shadow: false })
            }),
            400,
            94,
            0.455,
            0,
            400,
            0
          )
      )
  },
  {
    ...tall,
    handle: 'tram-oona',
    by: 'oona',
    alt: say(
      'Oona with teal hair waits at the stop in the pale Granite hoodie, a buoy orange beanie on her head',
      'Turkoositukkainen Oona odottaa pysäkillä vaaleassa Graniittihupparissa, päässä oranssi pipo',
      'Oona med turkis hår venter på holdeplassen i den lyse Granittgenseren, med oransje lue på hodet'
    ),
    tags: [
      { handle: 'granite-hoodie', x: 0.49, y: 0.62 },
      { handle: 'awning-tote', x: 0.5, y: 0.9 }
    ],
    picture: () =>
      tram4(
        'evening',
        -60,
        place(
          sideFigure({
            look: { ...look('oona'), style: 'long', hat: C.orange, mood: 'smile' },
            wears: wearing('granite-hoodie'),
            stance: 'stand',
            arm: 'down',
            trousers: C.birch,
            inHand: put('awning-tote', { x: 0, y: 230, scale: 0.66, shadow: false })
          }),
          400,
          120,
          0.68,
          0,
          400,
          0
        )
      )
  }
]
