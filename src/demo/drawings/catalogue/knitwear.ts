import { C } from '../palette.ts'
import { say, shelf } from './demo-good.ts'
import { each, sized } from './stock.ts'

const beanies = shelf(
  {
    kind: 'beanie',
    vendor: 'Luoto Knitwear',
    type: 'Beanie',
    collection: 'warm',
    weightGrams: 95,
    options: [{ name: 'Size', values: ['One size'] }],
    stock: each(34)
  },
  {
    'pier-beanie': {
      title: say('Pier beanie', 'Laituripipo', 'Bryggelua'),
      description: say(
        'Merino rib with a deep cuff, lingonberry red. Covers both ears in a north-easterly.',
        'Merinovillaresoria, syvä käänne, puolukanpunainen. Peittää molemmat korvat koillistuulessa.',
        'Ribbestrikket merinoull med bred oppbrett, tyttebærrød. Dekker begge ørene i nordøstlig vind.'
      ),
      tags: ['merino', 'warm'],
      finish: { color: C.lingon, pom: false },
      priceMinor: 2900,
      stock: each(7),
      bg: C.sand
    },
    'pom-beanie': {
      title: say('Buoy beanie', 'Poijupipo', 'Bøyelua'),
      description: say(
        'Awning orange with a cream pompom, so they can see you from the boat.',
        'Markiisinoranssi ja vaalea tupsu, jotta sinut näkee veneestäkin.',
        'Markiseoransje med kremhvit dusk, så de ser deg fra båten.'
      ),
      tags: ['merino', 'warm', 'bestseller'],
      finish: { color: C.orange },
      priceMinor: 3100,
      bg: C.sky
    },
    'skerry-beanie': {
      title: say('Skerry beanie', 'Luotopipo', 'Skjærlua'),
      description: say(
        'Navy rib without a pompom. Goes under a hood, in a pocket, and out to the last skerry.',
        'Tummansininen resoripipo ilman tupsua. Menee hupun alle, taskuun ja uloimmalle luodolle.',
        'Marineblå ribb uten dusk. Passer under hetta, i lomma og helt ut til ytterste skjær.'
      ),
      tags: ['merino', 'warm'],
      finish: { color: C.navy, pom: false },
      priceMinor: 2900,
      bg: C.sage
    },
    'snow-beanie': {
      title: say('First snow beanie', 'Ensilumi', 'Førstesnølua'),
      description: say(
        'A two-colour pattern after a mitten someone’s grandmother knitted in 1962. Wool from Åland.',
        'Kaksivärinen kuvio lapasista, jotka eräs isoäiti neuloi vuonna 1962. Villa tulee Ahvenanmaalta.',
        'Tofarget mønster etter en vott en bestemor strikket i 1962. Ull fra Åland.'
      ),
      tags: ['wool', 'winter', 'warm'],
      finish: { color: C.cream, accent: C.lingon, pattern: 'knit' },
      priceMinor: 3900,
      bg: C.lilac
    }
  }
)

const socks = shelf(
  {
    kind: 'socks',
    vendor: 'Luoto Knitwear',
    type: 'Socks',
    collection: 'warm',
    weightGrams: 70,
    options: [{ name: 'Size', values: ['36–40', '41–45'] }],
    stock: sized(40)
  },
  {
    'stripe-socks': {
      title: say('Deck socks', 'Kansisukat', 'Dekksokker'),
      description: say(
        'Blue stripes, orange band. Thin enough for shoes, thick enough for the deck.',
        'Siniset raidat. Kenkään ohuet, kannelle paksut.',
        'Blå striper. Tynne nok til sko, tykke nok til dekk.'
      ),
      tags: ['stripes', 'gift'],
      finish: { color: C.cream, accent: C.harbour, pattern: 'stripe' },
      priceMinor: 1200,
      bg: C.blush
    },
    'knit-socks': {
      title: say('Cabin socks', 'Mökkisukat', 'Hyttesokker'),
      description: say(
        'Wool socks for floors that have not warmed up yet. Lingonberry on pale blue.',
        'Villasukat lattialle, joka ei ole vielä ehtinyt lämmetä. Puolukanpunaista vaaleansinisellä.',
        'Ullsokker til gulv som ikke er blitt varme ennå. Tyttebærrødt på lyseblått.'
      ),
      tags: ['wool', 'winter', 'gift'],
      finish: { color: C.sky, accent: C.lingon, pattern: 'knit' },
      priceMinor: 1900,
      bg: C.sand
    },
    'herring-socks': {
      title: say('Herring socks', 'Silakkasukat', 'Sildesokker'),
      description: say(
        'A shoal up each leg. Sold in pairs, like the fish never are.',
        'Parvi kummassakin varressa. Myydään pareittain, toisin kuin silakat.',
        'En stim oppover hvert bein. Selges i par, det gjør aldri silda.'
      ),
      tags: ['fish', 'gift'],
      finish: { color: C.cloud, accent: C.navy, pattern: 'herring' },
      priceMinor: 1200,
      bg: C.sage
    },
    'forest-socks': {
      title: say('Spruce socks', 'Kuusisukat', 'Gransokker'),
      description: say(
        'Small firs on cream, for rubber boots and long paths.',
        'Pieniä kuusia vaalealla pohjalla, kumisaappaisiin ja pitkille poluille.',
        'Små graner på krem, til støvler og lange stier.'
      ),
      tags: ['forest', 'gift'],
      finish: { color: C.cream, accent: C.birch, pattern: 'firs' },
      priceMinor: 1200,
      bg: C.sky
    },
    'berry-socks': {
      title: say('Lingonberry socks', 'Puolukkasukat', 'Tyttebærsokker'),
      description: say(
        'Red berries on cream. Three pairs a summer is normal with these.',
        'Punaisia marjoja vaalealla. Näitä kuluu kolme paria kesässä.',
        'Røde bær på krem. Tre par i sommeren er vanlig.'
      ),
      tags: ['berries', 'gift'],
      finish: { color: C.cream, accent: C.lingon, pattern: 'berries' },
      priceMinor: 1200,
      compareAtMinor: 1400,
      bg: C.lilac
    }
  }
)

export const knitwear = [...beanies, ...socks]
