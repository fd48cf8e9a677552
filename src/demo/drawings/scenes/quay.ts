/** On the granite quay: one or two people, the bay and its boats behind them. */
import { say } from '../catalogue/demo-good.ts'
import { demoPerson } from '../members/index.ts'
import { C } from '../palette.ts'
import { quay } from '../places/quay.ts'
import { frame, put, wearing, type DemoScene } from './stage.ts'

const onQuay = (...scene: Parameters<typeof quay>) => frame(800, 1000, quay(...scene))
const look = (handle: string) => demoPerson(handle).look
const bag = (handle: string, scale: number) =>
  put(handle, { x: 0, y: 330 * scale * 2, scale: scale * 1.9, shadow: false })

export const quayScenes: readonly DemoScene[] = [
  {
    handle: 'quay-stripes',
    width: 1080,
    height: 1350,
    alt: say(
      'A woman in sunglasses wears the blue and white striped Quay tee on a granite quay, sailing boats behind her',
      'Aurinkolasipäinen nainen sinivalkoraidallisessa Laituripaidassa graniittilaiturilla, takana purjeveneitä',
      'En kvinne i solbriller har på seg den blå- og hvitstripete Bryggeskjorta på en granittkai, med seilbåter bak seg'
    ),
    tags: [{ handle: 'quay-tee', x: 0.5, y: 0.76 }],
    picture: () =>
      onQuay('day', [
        {
          x: 400,
          y: 90,
          scale: 0.9,
          look: { ...look('linh'), style: 'bun', glasses: 'sun' },
          wears: wearing('quay-tee'),
          left: 'hip',
          below: { colour: C.navy }
        }
      ])
  },
  {
    handle: 'quay-herring',
    width: 1080,
    height: 1350,
    by: 'amara',
    alt: say(
      'Amara waves on the quay in the early morning, three cream herrings on her orange tee',
      'Amara vilkuttaa laiturilla varhain aamulla, oranssissa paidassa kolme vaaleaa silakkaa',
      'Amara vinker på kaia tidlig om morgenen, med tre kremhvite sild på den oransje skjorta'
    ),
    tags: [{ handle: 'herring-tee', x: 0.475, y: 0.73 }],
    picture: () =>
      onQuay('early', [
        {
          x: 380,
          y: 80,
          scale: 0.88,
          look: { ...look('amara'), mood: 'laugh' },
          wears: wearing('herring-tee'),
          left: 'hip',
          right: 'wave'
        }
      ])
  },
  {
    handle: 'quay-evening',
    width: 1080,
    height: 1350,
    alt: say(
      'A bearded man in a lingonberry red beanie and a yellow tee that says Torilla tavataan, evening sky over the bay',
      'Parrakas mies puolukanpunaisessa pipossa ja keltaisessa Torilla tavataan -paidassa, lahdella iltataivas',
      'En skjeggete mann i tyttebærrød lue og gul skjorte med teksten Torilla tavataan, kveldshimmel over bukta'
    ),
    tags: [
      { handle: 'tori-tee', x: 0.5, y: 0.75 },
      { handle: 'pier-beanie', x: 0.56, y: 0.205 }
    ],
    picture: () =>
      onQuay('evening', [
        {
          x: 400,
          y: 88,
          scale: 0.9,
          look: { ...look('oyvind'), hat: C.lingon, build: 'broad' },
          wears: wearing('tori-tee'),
          right: 'hip'
        }
      ])
  },
  {
    handle: 'quay-two-friends',
    width: 1080,
    height: 1350,
    by: 'helka',
    alt: say(
      'Two friends side by side on the quay: she in the blue Sail hoodie, he in a striped long-sleeve shirt with a tote bag in his hand',
      'Kaksi ystävää vierekkäin laiturilla: toisella sininen Purjehuppari, toisella raitapaita ja kassi kädessä',
      'To venner side om side på kaia: hun i den blå Seilgenseren, han i stripete langermet skjorte med et nett i hånden'
    ),
    tags: [
      { handle: 'sail-hoodie', x: 0.3, y: 0.63 },
      { handle: 'breton-longsleeve', x: 0.675, y: 0.6 },
      { handle: 'house-tote', x: 0.86, y: 0.93 }
    ],
    picture: () =>
      onQuay('day', [
        {
          x: 540,
          y: 70,
          scale: 0.72,
          look: look('tomas'),
          wears: wearing('breton-longsleeve'),
          inRight: bag('house-tote', 0.28),
          below: { colour: '#4a5d7a' }
        },
        {
          x: 240,
          y: 110,
          scale: 0.72,
          look: look('helka'),
          wears: wearing('sail-hoodie'),
          left: 'pocket',
          right: 'pocket',
          below: { colour: C.ink }
        }
      ])
  },
  {
    handle: 'quay-kofi',
    width: 1080,
    height: 1350,
    by: 'kofi',
    alt: say(
      'Kofi holds a gull mug on the quay, in a birch green shirt with three firs',
      'Kofi lokkimuki kädessä laiturilla, koivunvihreässä Kolme kuusta -paidassa',
      'Kofi holder et måkekrus på kaia, i en bjørkegrønn skjorte med tre graner'
    ),
    tags: [
      { handle: 'forest-longsleeve', x: 0.52, y: 0.64 },
      { handle: 'gull-mug', x: 0.57, y: 0.79 }
    ],
    picture: () =>
      onQuay('early', [
        {
          x: 400,
          y: 80,
          scale: 0.9,
          look: look('kofi'),
          wears: wearing('forest-longsleeve'),
          left: 'hold',
          inLeft: put('gull-mug', { x: 112, y: -24, scale: 0.42, shadow: false }),
          right: 'hip'
        }
      ])
  }
]
