import { C } from '../palette.ts'
import { say, shelf } from './demo-good.ts'
import { each } from './stock.ts'

const sizes = { name: 'Size', values: ['30 × 40 cm', '50 × 70 cm'] }

export const posters = shelf(
  {
    kind: 'poster',
    vendor: 'Tyrsky Prints',
    type: 'Poster',
    collection: 'wall',
    weightGrams: 240,
    options: [sizes],
    stock: each(28)
  },
  {
    'midsummer-poster': {
      title: say('Kesäyö poster', 'Kesäyö-juliste', 'Plakaten Kesäyö'),
      description: say(
        'Kesäyö is a summer night: the sun on the water at eleven. Screen-printed in three colours.',
        'Aurinko vedessä kello yksitoista illalla. Kolmivärinen seripaino.',
        'Kesäyö er sommernatt: sola på vannet klokka elleve. Silketrykk i tre farger.'
      ),
      tags: ['sun', 'print', 'bestseller'],
      finish: { poster: 'sun' },
      priceMinor: 3900,
      bg: C.granite
    },
    'herring-poster': {
      title: say('Herring market poster', 'Silakkamarkkinat-juliste', 'Plakaten Silakkamarkkinat'),
      description: say(
        'Fourteen herrings for the October fish market, held on the quay since 1743.',
        'Neljätoista silakkaa lokakuun markkinoille, joita laiturilla on pidetty vuodesta 1743.',
        'Fjorten sild til fiskemarkedet i oktober, holdt på kaia siden 1743.'
      ),
      tags: ['fish', 'print'],
      finish: { poster: 'herring' },
      priceMinor: 3900,
      bg: C.blush
    },
    'archipelago-poster': {
      title: say('Skjærgård poster', 'Saaristojuliste', 'Plakaten Skjærgård'),
      description: say(
        'Five rows of islands and one small boat that has time.',
        'Viisi saaririviä ja yksi pieni vene, jolla ei ole kiire.',
        'Fem rekker med øyer og én liten båt som har god tid.'
      ),
      tags: ['sea', 'print'],
      finish: { poster: 'isles', color: C.sky, accent: C.cloud },
      priceMinor: 3900,
      bg: C.sand
    },
    'stalls-poster': {
      title: say('Torilla tavataan poster', 'Torilla tavataan -juliste', 'Plakaten Torilla tavataan'),
      description: say(
        'Six stalls before the customers come. We can tell you whose they are.',
        'Kuusi kojua ennen asiakkaita. Tiedämme, kenen ne ovat.',
        'Seks boder før kundene kommer. Vi vet hvem som eier dem.'
      ),
      tags: ['city', 'print'],
      finish: { poster: 'stalls' },
      priceMinor: 3900,
      bg: C.blush
    },
    'lighthouse-poster': {
      title: say('Fyret poster', 'Majakkajuliste', 'Plakaten Fyret'),
      description: say(
        'A lighthouse that works. Orange bands, one yellow beam, a very dark rock.',
        'Toimiva majakka. Oranssit raidat, yksi keltainen valokeila, hyvin tumma luoto.',
        'Et fyr som virker. Oransje bånd, én gul stråle, et veldig mørkt skjær.'
      ),
      tags: ['sea', 'print'],
      finish: { poster: 'lighthouse', color: C.sky },
      priceMinor: 3900,
      bg: C.granite
    },
    'winter-poster': {
      title: say('Kaamos poster', 'Kaamosjuliste', 'Plakaten Kaamos'),
      description: say(
        'Kaamos is the time without sun. There is light all the same, over the trees.',
        'Aika ilman aurinkoa. Valoa on silti, puiden yllä.',
        'Kaamos er mørketid. Det er lys likevel, over trærne.'
      ),
      tags: ['forest', 'winter', 'print'],
      finish: { poster: 'woods', color: '#20395f', accent: '#8fd3b8', third: '#2f5f7d' },
      priceMinor: 3900,
      bg: C.lilac
    },
    'sauna-poster': {
      title: say('Saunarauha poster', 'Saunarauha-juliste', 'Plakaten Saunarauha'),
      description: say(
        'Sauna peace: no telephone, no news, nobody in a hurry. Hang it where people put on their shoes.',
        'Ei puhelinta, ei uutisia, ei kiirettä. Ripusta eteiseen, jossa kengät laitetaan jalkaan.',
        'Badstufred: ingen telefon, ingen nyheter, ingen hast. Heng den der folk tar på seg skoene.'
      ),
      tags: ['sauna', 'print'],
      finish: { poster: 'sauna', color: C.blush, accent: C.ember },
      priceMinor: 3900,
      bg: C.sage
    },
    'bun-poster': {
      title: say('Korvapuusti poster', 'Korvapuustijuliste', 'Plakaten Korvapuusti'),
      description: say(
        'Eight cinnamon buns and no crumbs. For kitchens, bakeries and people on a diet.',
        'Kahdeksan korvapuustia eikä yhtään murua. Keittiöön, leipomoon tai laihduttajalle.',
        'Åtte kanelboller og ingen smuler. Til kjøkken, bakeri og folk på diett.'
      ),
      tags: ['bun', 'kitchen', 'print'],
      finish: { poster: 'bakery', color: C.cream, accent: '#d99a54', third: '#7a4a28' },
      priceMinor: 3900,
      compareAtMinor: 4400,
      bg: C.sky
    },
    'letters-poster': {
      title: say('Ten o’clock poster', 'Kello kymmenen -juliste', 'Plakaten Klokka ti'),
      description: say(
        'The whole sentence in large letters, and when: ten o’clock.',
        'Koko lause isoin kirjaimin, ja aikakin: kello kymmenen.',
        'Hele setningen med store bokstaver, og tida: klokka ti.'
      ),
      tags: ['words', 'print'],
      finish: { poster: 'letters' },
      priceMinor: 3400,
      bg: C.sand
    }
  }
)
