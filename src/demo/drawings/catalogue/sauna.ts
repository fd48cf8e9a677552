import { C } from '../palette.ts'
import { say, shelf } from './demo-good.ts'
import { each } from './stock.ts'

const towels = shelf(
  {
    kind: 'towel',
    vendor: 'Villa & Valo',
    type: 'Towel',
    collection: 'sauna',
    weightGrams: 280,
    stock: each(30)
  },
  {
    'ladle-towel': {
      title: say('Ladle towel', 'Kauhapyyhe', 'Badstuhåndkle'),
      description: say(
        'Washed linen with a bucket and a ladle. Dries on a nail by the time the coffee is ready.',
        'Pestyä pellavaa, kiulu ja kauha. Kuivuu naulassa siihen mennessä, kun kahvi on valmista.',
        'Vasket lin med bøtte og øse. Tørker på en spiker før kaffen er klar.'
      ),
      tags: ['linen', 'sauna'],
      finish: { color: C.cream, accent: C.harbour, art: 'ladle' },
      priceMinor: 3400,
      bg: C.sage
    },
    'loyly-towel': {
      title: say('Löyly towel', 'Löylypyyhe', 'Löyly-håndkle'),
      description: say(
        'Löyly is the steam that rises when water meets hot stone. The towel is for afterwards.',
        'Yksi sana, jota ei tarvitse selittää. Pyyhe on löylyjen jälkeen.',
        'Löyly er dampen som stiger når vann møter varm stein. Håndkleet er til etterpå.'
      ),
      tags: ['linen', 'sauna', 'words'],
      finish: { color: C.cloud, accent: C.lingon, art: 'loyly' },
      priceMinor: 3400,
      bg: C.sky
    },
    'check-towel': {
      title: say('Kitchen check towel', 'Ruutupyyhe', 'Rutehåndkle'),
      description: say(
        'Lingonberry check for the kitchen, hemmed by hand. Gets better for ten years, then becomes a rag with a history.',
        'Puolukkaruutua keittiöön, käsin päärmätty. Paranee kymmenen vuotta ja jatkaa sitten rättinä.',
        'Tyttebærruter til kjøkkenet, kantet for hånd. Blir bedre i ti år, og så en fille med historie.'
      ),
      tags: ['linen', 'kitchen'],
      finish: { color: C.cream, accent: C.lingon, pattern: 'check' },
      priceMinor: 2400,
      weightGrams: 140,
      bg: C.sand
    }
  }
)

const candles = shelf(
  {
    kind: 'candle',
    vendor: 'Villa & Valo',
    type: 'Candle',
    collection: 'sauna',
    weightGrams: 420,
    stock: each(36)
  },
  {
    'tar-candle': {
      title: say('Tar candle', 'Tervakynttilä', 'Tjærelys'),
      description: say(
        'Smells of a newly tarred boat and sea wind. Burns for forty hours.',
        'Tuoksuu vastatervatulta veneeltä ja merituulelta. Palaa neljäkymmentä tuntia.',
        'Lukter av nytjæret båt og sjøvind. Brenner i førti timer.'
      ),
      tags: ['candle', 'sea'],
      finish: { pattern: 'waves', name: 'Kesäyö', note: 'tervaa ja merituulta' },
      priceMinor: 2600,
      bg: C.lilac
    },
    'forest-candle': {
      title: say('Spruce candle', 'Kuusikynttilä', 'Granlys'),
      description: say(
        'Spruce, moss and the inside of a rubber boot after rain, but nicely.',
        'Kuusta ja sammalta, kuin metsäpolku sateen jälkeen.',
        'Gran og mose, som en skogssti etter regn.'
      ),
      tags: ['candle', 'forest'],
      finish: { color: C.birch, pattern: 'firs', accent: C.birch, name: 'Metsä', note: 'kuusta ja sammalta' },
      priceMinor: 2600,
      bg: C.sand
    },
    'berry-candle': {
      title: say('Lingonberry candle', 'Puolukkakynttilä', 'Tyttebærlys'),
      description: say(
        'Sharp and sweet, for the darkest weeks. The glass becomes a tooth mug afterwards.',
        'Kirpeä ja makea, pimeimpiin viikkoihin. Lasista tulee lopuksi hammasmuki.',
        'Syrlig og søtt, til de mørkeste ukene. Glasset blir et tannglass etterpå.'
      ),
      tags: ['candle', 'berries', 'winter'],
      finish: {
        color: C.lingon,
        pattern: 'berries',
        accent: C.lingon,
        name: 'Puolukka',
        note: 'kirpeää ja makeaa'
      },
      priceMinor: 2600,
      compareAtMinor: 2900,
      bg: C.sky
    }
  }
)

export const sauna = [...towels, ...candles]
