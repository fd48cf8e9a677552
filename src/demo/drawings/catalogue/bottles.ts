import { C } from '../palette.ts'
import { say, shelf } from './demo-good.ts'
import { each } from './stock.ts'

export const bottles = shelf(
  {
    kind: 'bottle',
    vendor: 'Kauppatori',
    type: 'Bottle',
    collection: 'table',
    weightGrams: 310,
    stock: each(70)
  },
  {
    'name-bottle': {
      title: say('Name bottle', 'Nimipullo', 'Navneflaska'),
      description: say(
        'A steel bottle with your name on it, printed while you look at the boats. Half a litre, keeps cold for a day.',
        'Teräspullo omalla nimelläsi, painetaan sillä aikaa kun katselet veneitä. Puoli litraa, pysyy kylmänä vuorokauden.',
        'En stålflaske med navnet ditt på, trykt mens du ser på båtene. En halv liter, holder seg kald et døgn.'
      ),
      tags: ['personal', 'steel', 'bestseller'],
      finish: { name: 'Aino', color: C.orange },
      priceMinor: 2490,
      options: [{ name: 'Colour', values: ['Awning', 'Night', 'Cloudberry'] }],
      bg: C.sky,
      also: [
        { name: 'Øyvind', color: C.navy, accent: C.orange, pattern: 'sails', cap: C.orange, bg: C.blush },
        { name: 'Amara', color: C.cloud, accent: C.lingon, pattern: 'berries', cap: C.lingon, bg: C.sage }
      ]
    },
    'you-bottle': {
      title: say('Sinä bottle', 'Sinä-pullo', 'Sinä-flaska'),
      description: say(
        'For anyone whose name you do not know yet: sinä means you. Lingonberries on the label.',
        'Jokaiselle, jonka nimeä et vielä tiedä. Etiketissä puolukoita.',
        'Til alle du ikke vet navnet på ennå: sinä betyr du. Tyttebær på etiketten.'
      ),
      tags: ['steel', 'gift', 'berries'],
      finish: {
        name: 'Sinä',
        color: C.cloud,
        accent: C.lingon,
        pattern: 'berries',
        cap: C.lingon,
        note: 'nähdään torilla'
      },
      priceMinor: 2290,
      bg: C.sage
    },
    'mum-bottle': {
      title: say('Äiti bottle', 'Äiti-pullo', 'Äiti-flaska'),
      description: say(
        'Äiti is mum. Sails on a navy bottle, because she taught somebody to row.',
        'Purjeita tummansinisessä pullossa, koska hän on opettanut jonkun soutamaan.',
        'Äiti er mamma. Seil på en marineblå flaske, for hun har lært noen å ro.'
      ),
      tags: ['steel', 'gift', 'boat'],
      finish: {
        name: 'Äiti',
        color: C.navy,
        accent: C.orange,
        pattern: 'sails',
        cap: C.orange,
        note: 'nähdään torilla'
      },
      priceMinor: 2290,
      bg: C.blush
    },
    'forest-bottle': {
      title: say('Forest bottle', 'Metsäpullo', 'Skogsflaska'),
      description: say(
        'Birch green with firs, for spring water and long paths.',
        'Koivunvihreä kuusipullo lähdevedelle ja pitkille poluille.',
        'Bjørkegrønn med graner, til kildevann og lange stier.'
      ),
      tags: ['steel', 'forest'],
      finish: {
        name: 'Metsä',
        color: C.birch,
        accent: C.birch,
        pattern: 'firs',
        cap: C.cream,
        note: 'hiljaa hyvä tulee'
      },
      priceMinor: 2290,
      bg: C.sand
    },
    'children-bottle': {
      title: say('Skipper bottle', 'Kipparipullo', 'Skipperflaska'),
      description: say(
        'Three decilitres for small skippers, with room for a name that is being practised.',
        'Kolme desiä pienille kippareille, tilaa harjoitellulle nimelle.',
        'Tre desiliter for små skippere, med plass til et navn man øver på.'
      ),
      tags: ['steel', 'children', 'personal'],
      finish: { name: 'Elli', color: C.sea, accent: C.lingon, pattern: 'dots', cap: C.cloud, note: 'ahoi' },
      priceMinor: 1990,
      weightGrams: 220,
      bg: C.lilac
    }
  }
)
