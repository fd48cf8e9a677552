import { C } from '../palette.ts'
import { say, shelf } from './demo-good.ts'
import { sized } from './stock.ts'

export const longsleeves = shelf(
  {
    kind: 'longsleeve',
    vendor: 'Kauppatori',
    type: 'Long-sleeve shirt',
    collection: 'shirts',
    weightGrams: 260,
    options: [{ name: 'Size', values: ['S', 'M', 'L', 'XL', 'XXL'] }],
    stock: sized(20)
  },
  {
    'pier-longsleeve': {
      title: say('Pier long sleeve', 'Aallonmurtaja', 'Moloskjorta'),
      description: say(
        'Thin cream stripes on navy, for the first windy evening. Ribbed cuffs that stay pushed up.',
        'Ohuet vaaleat raidat tummansinisellä ensimmäiseen tuuliseen iltaan. Resorit, jotka pysyvät ylös vedettyinä.',
        'Tynne kremhvite striper på marineblått, til den første kvelden med vind. Ribb som blir sittende når du bretter opp.'
      ),
      tags: ['stripes', 'cotton'],
      finish: { color: C.navy, accent: C.cream, pattern: 'thin' },
      priceMinor: 4200,
      bg: C.sand
    },
    'forest-longsleeve': {
      title: say('Three firs long sleeve', 'Kolme kuusta', 'Tre graner'),
      description: say(
        'Three firs on birch green, for walks with no destination. Thick enough for September.',
        'Kolme kuusta koivunvihreällä, päämäärättömille kävelyille. Riittävän paksu syyskuuhun.',
        'Tre graner på bjørkegrønt, for turer uten mål. Tykk nok til september.'
      ),
      tags: ['forest', 'cotton'],
      finish: { color: C.birch, art: 'forest', artColor: C.cream },
      priceMinor: 4200,
      bg: C.blush
    },
    'breton-longsleeve': {
      title: say('Harbour long sleeve', 'Satamapaita', 'Havneskjorta'),
      description: say(
        'Wide orange stripes, the same as our awnings. You will be asked where the stall is.',
        'Leveät oranssit raidat, samat kuin markiiseissamme. Sinulta kysytään, missä koju on.',
        'Brede oransje striper, de samme som på markisene våre. Du blir spurt hvor boden er.'
      ),
      tags: ['stripes', 'cotton'],
      finish: { color: C.cream, accent: C.orange, pattern: 'stripe' },
      priceMinor: 4200,
      bg: C.sky
    },
    'knot-longsleeve': {
      title: say('Knot long sleeve', 'Solmupaita', 'Knuteskjorta'),
      description: say(
        'One rope, one knot, on sand-coloured cotton. We are told it is tied correctly.',
        'Yksi köysi ja yksi solmu hiekanvärisellä puuvillalla. Meille vakuutettiin, että se on solmittu oikein.',
        'Ett tau, én knute, på sandfarget bomull. Vi har fått høre at den er riktig knyttet.'
      ),
      tags: ['sea', 'cotton'],
      finish: { color: C.sand, art: 'knot', artColor: C.harbour },
      priceMinor: 4200,
      bg: C.lilac
    }
  }
)
