import { C } from '../palette.ts'
import { say, shelf } from './demo-good.ts'
import { each } from './stock.ts'

const totes = shelf(
  {
    kind: 'tote',
    vendor: 'Kauppatori',
    type: 'Tote bag',
    collection: 'bags',
    weightGrams: 150,
    stock: each(60)
  },
  {
    'herring-tote': {
      title: say('Herring tote', 'Silakkakassi', 'Sildenettet'),
      description: say(
        'Carries eleven kilos of new potatoes; we tried. Long handles, flat bottom, three herrings.',
        'Kantaa yksitoista kiloa uusia perunoita, kokeilimme. Pitkät kantokahvat, tasainen pohja, kolme silakkaa.',
        'Bærer elleve kilo nypoteter, vi har prøvd. Lange hanker, flat bunn, tre sild.'
      ),
      tags: ['fish', 'canvas', 'bestseller'],
      finish: { color: C.cream, accent: C.harbour, art: 'herring' },
      priceMinor: 1800,
      bg: C.blush
    },
    'house-tote': {
      title: say('Wooden houses tote', 'Puutalokassi', 'Trehusnettet'),
      description: say(
        'Two red houses by the river. Holds a laptop, a book and a loaf of rye.',
        'Kaksi punaista taloa joen rannassa. Sisään mahtuu läppäri, kirja ja ruisleipä.',
        'To røde hus ved elva. Rommer en laptop, ei bok og et rugbrød.'
      ),
      tags: ['city', 'canvas'],
      finish: { color: C.sand, accent: C.lingon, art: 'house' },
      priceMinor: 1800,
      bg: C.sage
    },
    'tram-tote': {
      title: say('Tram tote', 'Ratikkakassi', 'Trikkenettet'),
      description: say(
        'Hangs from the pole while you look for your ticket. Green on cream canvas.',
        'Roikkuu tangossa, kun etsit lippua. Vihreää vaalealla kankaalla.',
        'Henger på stanga mens du leter etter billetten. Grønt på kremhvit duk.'
      ),
      tags: ['tram', 'city', 'canvas'],
      finish: { color: C.cream, accent: C.birch, art: 'tram' },
      priceMinor: 1800,
      bg: C.sky
    },
    'awning-tote': {
      title: say('Awning tote', 'Markiisikassi', 'Markisenettet'),
      description: say(
        'Sewn from the same striped cloth as our awnings. Sheds a light rain.',
        'Ommeltu samasta raidallisesta kankaasta kuin markiisimme. Kestää pienen sateen.',
        'Sydd av den samme stripete duken som markisene våre. Tåler en lett skur.'
      ),
      tags: ['stripes', 'canvas'],
      finish: { color: C.paper, accent: C.orange, pattern: 'awning' },
      priceMinor: 2200,
      bg: C.sand
    },
    'moi-tote': {
      title: say('Moi tote', 'Moi-kassi', 'Moi-nettet'),
      description: say(
        'Says hello so that you need not. Lingonberry red.',
        'Tervehtii puolestasi. Puolukanpunainen.',
        'Hilser for deg, så du slipper. Tyttebærrødt.'
      ),
      tags: ['words', 'canvas'],
      finish: { color: C.lingon, accent: C.cream, art: 'moi', artColor: C.cream },
      priceMinor: 1800,
      bg: C.lilac
    }
  }
)

const caps = shelf(
  {
    kind: 'cap',
    vendor: 'Kauppatori',
    type: 'Cap',
    collection: 'bags',
    weightGrams: 110,
    options: [{ name: 'Size', values: ['One size'] }],
    stock: each(26)
  },
  {
    'gull-cap': {
      title: say('Gull cap', 'Lokkilippis', 'Måkecapsen'),
      description: say(
        'Harbour blue cotton twill with a gull in front. A brim against sun and against gulls.',
        'Satamansinistä puuvillaa, edessä lokki. Lippa auringon ja lokkien varalta.',
        'Havneblå bomullstwill med måke foran. Brem mot sol og mot måker.'
      ),
      tags: ['gull', 'summer'],
      finish: { color: C.harbour, art: 'gull' },
      priceMinor: 2600,
      bg: C.sand
    },
    'moi-cap': {
      title: say('Moi cap', 'Moi-lippis', 'Moi-capsen'),
      description: say(
        'Awning orange, one short word. Adjustable strap in real leather.',
        'Markiisinoranssi, yksi lyhyt sana. Säädettävä nahkaremmi.',
        'Markiseoransje, ett kort ord. Justerbar reim i ekte lær.'
      ),
      tags: ['words', 'summer'],
      finish: { color: C.orange, art: 'moi' },
      priceMinor: 2600,
      bg: C.sky
    },
    'forest-cap': {
      title: say('Fir cap', 'Kuusilippis', 'Grancapsen'),
      description: say(
        'Birch green with three firs. Keeps needles and deer flies out of your hair.',
        'Koivunvihreä, kolme kuusta. Pitää neulaset ja hirvikärpäset poissa hiuksista.',
        'Bjørkegrønn med tre graner. Holder barnåler og hjortelusfluer unna håret.'
      ),
      tags: ['forest', 'summer'],
      finish: { color: C.birch, art: 'forest' },
      priceMinor: 2600,
      stock: each(0),
      bg: C.blush
    }
  }
)

export const bags = [...totes, ...caps]
