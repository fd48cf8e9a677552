import { C } from '../palette.ts'
import { say, shelf } from './demo-good.ts'
import { each } from './stock.ts'

export const stickers = shelf(
  {
    kind: 'stickers',
    vendor: 'Tyrsky Prints',
    type: 'Stickers',
    collection: 'small',
    weightGrams: 20,
    stock: each(140)
  },
  {
    'sea-stickers': {
      title: say('Sea stickers', 'Meritarrat', 'Sjøklistremerker'),
      description: say(
        'Five stickers that survive the dishwasher, a bicycle and one winter outdoors.',
        'Viisi tarraa, jotka kestävät tiskikoneen, polkupyörän ja yhden talven ulkona.',
        'Fem klistremerker som tåler oppvaskmaskinen, sykkelen og én vinter ute.'
      ),
      tags: ['fish', 'gift'],
      finish: { art: 'herring' },
      priceMinor: 600,
      bg: C.sage
    },
    'city-stickers': {
      title: say('City stickers', 'Kaupunkitarrat', 'Byklistremerker'),
      description: say(
        'House, tram, cup, bun, and where to meet. Everything a day in town needs.',
        'Talo, ratikka, kuppi, pulla ja kohtauspaikka. Muuta ei kaupunkipäivään tarvita.',
        'Hus, trikk, kopp, bolle og hvor man møtes. Alt en dag i byen trenger.'
      ),
      tags: ['city', 'gift'],
      finish: { art: 'house', color: C.birch },
      priceMinor: 600,
      bg: C.sand
    },
    'cabin-stickers': {
      title: say('Cabin stickers', 'Mökkitarrat', 'Hyttklistremerker'),
      description: say(
        'Firs, ladle, knot, löyly and an evening sun, for cool boxes and guitar cases.',
        'Kuuset, kauha, solmu, löyly ja ilta-aurinko kylmälaukkuun ja kitarakoteloon.',
        'Graner, øse, knute, löyly og en kveldssol, til kjølebager og gitarkasser.'
      ),
      tags: ['forest', 'sauna', 'gift'],
      finish: { art: 'forest', third: C.lingon },
      priceMinor: 600,
      bg: C.sky
    }
  }
)
