import { C } from '../palette.ts'
import { say, shelf } from './demo-good.ts'
import { each } from './stock.ts'

export const mugs = shelf(
  {
    kind: 'mug',
    vendor: 'Halko Ceramics',
    type: 'Mug',
    collection: 'table',
    weightGrams: 380,
    stock: each(48)
  },
  {
    'gull-mug': {
      title: say('Gull mug', 'Lokkimuki', 'Måkekruset'),
      description: say(
        'Three decilitres and one gull, thrown in white stoneware. The handle fits a mittened hand.',
        'Kolme desiä ja yksi lokki, valkoista kivitavaraa. Kahvaan mahtuu lapanenkin.',
        'Tre desiliter og én måke, i hvitt steingods. Hanken passer en hånd med vott.'
      ),
      tags: ['gull', 'coffee', 'bestseller'],
      finish: { color: C.cream, art: 'gull', artColor: C.harbour },
      priceMinor: 1900,
      bg: C.blush
    },
    'berry-mug': {
      title: say('Lingonberry mug', 'Puolukkamuki', 'Tyttebærkruset'),
      description: say(
        'Berries all the way round. No two are printed in quite the same place.',
        'Marjoja joka puolella. Kahta samanlaista ei ole.',
        'Bær hele veien rundt. Ingen to er trykt helt likt.'
      ),
      tags: ['berries', 'coffee'],
      finish: { color: C.cream, accent: C.lingon, pattern: 'berries' },
      priceMinor: 1900,
      bg: C.sky
    },
    'coffee-mug': {
      title: say('Coffee first mug', 'Kahvi ensin -muki', 'Kaffe først-kruset'),
      description: say(
        'Says it for you. Orange inside and out, dishwasher safe, tested daily since 2019.',
        'Sanoo sen puolestasi. Oranssi sisältä ja ulkoa, kestää konepesun, testattu päivittäin.',
        'Sier det for deg. Oransje inni og utenpå, tåler maskinvask, testet hver dag.'
      ),
      tags: ['coffee', 'words'],
      finish: { color: C.orange, art: 'kahvi', artColor: C.cream },
      priceMinor: 1900,
      bg: C.sand
    },
    'wave-mug': {
      title: say('Wave mug', 'Aaltomuki', 'Bølgekruset'),
      description: say(
        'Blue waves that meet behind the handle. Stacks, as waves do.',
        'Siniset aallot, jotka kohtaavat kahvan takana. Pinoutuu kuin aallokko.',
        'Blå bølger som møtes bak hanken. Kan stables, som bølger gjør.'
      ),
      tags: ['sea', 'coffee'],
      finish: { color: C.cream, accent: C.sea, pattern: 'waves' },
      priceMinor: 1900,
      bg: C.sage
    },
    'terrazzo-mug': {
      title: say('Stone mug', 'Kivimuki', 'Steinkruset'),
      description: say(
        'Chips of market colours in pale glaze, like the floor of the old market hall.',
        'Torin värejä vaaleassa lasitteessa, kuin vanhan kauppahallin lattia.',
        'Biter av torgets farger i lys glasur, som gulvet i den gamle torghallen.'
      ),
      tags: ['coffee', 'city'],
      finish: { color: C.paper, accent: C.birch, pattern: 'terrazzo' },
      priceMinor: 2100,
      bg: C.lilac
    },
    'bun-mug': {
      title: say('Cinnamon bun mug', 'Korvapuustimuki', 'Kanelbollekruset'),
      description: say(
        'For those who want both. Sized so that a bun fits on top and keeps the coffee warm.',
        'Niille, jotka haluavat molemmat. Pulla mahtuu päälle ja pitää kahvin lämpimänä.',
        'For dem som vil ha begge deler. Bollen passer oppå og holder kaffen varm.'
      ),
      tags: ['bun', 'coffee'],
      finish: { color: C.navy, art: 'bun', artColor: '#d99a54', accent: C.cream },
      priceMinor: 1900,
      compareAtMinor: 2200,
      bg: C.blush
    }
  }
)
