import { C } from '../palette.ts'
import { say, shelf } from './demo-good.ts'
import { sized } from './stock.ts'

const sizes = { name: 'Size', values: ['S', 'M', 'L', 'XL', 'XXL'] }
const children = { name: 'Size', values: ['98/104', '110/116', '122/128', '134/140'] }

export const tees = shelf(
  {
    kind: 'tee',
    vendor: 'Kauppatori',
    type: 'T-shirt',
    collection: 'shirts',
    weightGrams: 190,
    options: [sizes],
    stock: sized(24)
  },
  {
    'quay-tee': {
      title: say('Quay tee', 'Laituripaita', 'Bryggeskjorta'),
      description: say(
        'Blue and white stripes in heavy cotton that keeps its shape after forty washes. Cut straight, a little long, so it stays tucked in when you reach for the mooring rope.',
        'Sinivalkoiset raidat paksua puuvillaa, joka pitää muotonsa neljänkymmenen pesun jälkeenkin. Suora ja hieman pitkä malli: helma pysyy housuissa, kun kurkotat kiinnitysköyteen.',
        'Blå og hvite striper i tykk bomull som holder fasongen etter førti vask. Rett og litt lang, så den blir sittende når du strekker deg etter fortøyningen.'
      ),
      tags: ['stripes', 'cotton', 'bestseller'],
      finish: { color: C.cream, accent: C.harbour, pattern: 'stripe' },
      priceMinor: 3400,
      stock: sized(46),
      bg: C.sand
    },
    'herring-tee': {
      title: say('Herring tee', 'Silakkapaita', 'Sildeskjorta'),
      description: say(
        'Three herrings, one of them going its own way. Printed with water-based ink that you cannot feel with your hand. The colour was chosen by vote.',
        'Kolme silakkaa, joista yksi ui omaan suuntaansa. Vesipohjainen painoväri, jota ei tunne kädellä. Värin valitsitte äänestyksessä.',
        'Tre sild, og én av dem svømmer sin egen vei. Trykt med vannbasert farge du ikke kjenner med hånden. Fargen ble valgt ved avstemning.'
      ),
      tags: ['fish', 'cotton', 'voted'],
      finish: { color: C.orange, art: 'herring', artColor: C.cream },
      priceMinor: 3200,
      options: [sizes, { name: 'Colour', values: ['Orange', 'Blue'] }],
      stock: sized(30),
      bg: C.sky,
      also: [{ color: C.harbour, bg: C.blush }]
    },
    'tori-tee': {
      title: say('Torilla tavataan tee', 'Torilla tavataan -paita', 'Torilla tavataan-skjorta'),
      description: say(
        'What Helsinki says when something is worth celebrating: see you at the market square. Cloudberry yellow, easy to find in a crowd.',
        'Kun on jotain juhlittavaa, sanotaan näin. Hillankeltainen paita löytyy väkijoukostakin.',
        'Det Helsingfors sier når noe er verdt å feire: vi ses på torget. Multegul, lett å finne i en folkemengde.'
      ),
      tags: ['words', 'cotton'],
      finish: { color: C.cloud, art: 'tori', artColor: C.navy },
      priceMinor: 3200,
      bg: C.sky
    },
    'midsummer-tee': {
      title: say('Midsummer tee', 'Juhannuspaita', 'Sankthansskjorta'),
      description: say(
        'The sun at a quarter past eleven in the evening, going nowhere. Soft unbleached cotton for staying up late in.',
        'Aurinko vartin yli yksitoista illalla, eikä kiirettä minnekään. Pehmeää valkaisematonta puuvillaa valvomiseen.',
        'Sola klokka kvart over elleve om kvelden, uten noe hastverk. Myk ubleket bomull til å være oppe lenge i.'
      ),
      tags: ['sun', 'summer', 'cotton'],
      finish: { color: C.cream, art: 'sun', artColor: C.orange },
      priceMinor: 3200,
      bg: C.lilac
    },
    'gull-tee': {
      title: say('Gull tee', 'Lokkipaita', 'Måkeskjorta'),
      description: say(
        'The bird that took your pastry, in cream on navy. Wear it and eat in peace: they seem to respect it.',
        'Lintu, joka vei lihapiirakkasi, kermanvalkoisena tummansinisellä. Tämä päällä saa syödä rauhassa, melkein aina.',
        'Fuglen som tok bollen din, i kremhvitt på marineblått. Ha den på og spis i fred, som regel.'
      ),
      tags: ['gull', 'cotton'],
      finish: { color: C.navy, art: 'gull', artColor: C.cream },
      priceMinor: 3200,
      bg: C.blush
    },
    'boat-tee': {
      title: say('Sailing tee', 'Purjepaita', 'Seilskjorta'),
      description: say(
        'A wooden boat in lingonberry red on sky blue. Light cotton that dries on the rail while you have coffee.',
        'Puolukanpunainen puuvene taivaansinisellä. Ohutta puuvillaa, joka kuivuu kaiteella kahvitauon aikana.',
        'En trebåt i tyttebærrødt på himmelblått. Lett bomull som tørker på rekka mens du drikker kaffe.'
      ),
      tags: ['boat', 'summer', 'cotton'],
      finish: { color: C.sky, art: 'boat', artColor: C.lingon },
      priceMinor: 3200,
      bg: C.sand
    },
    'tram-tee': {
      title: say('Tram tee', 'Ratikkapaita', 'Trikkeskjorta'),
      description: say(
        'The tram you just missed, printed in birch green. There is another one in six minutes.',
        'Ratikka, josta juuri myöhästyit, koivunvihreänä. Seuraava tulee kuuden minuutin päästä.',
        'Trikken du nettopp mistet, trykt i bjørkegrønt. Det kommer en ny om seks minutter.'
      ),
      tags: ['tram', 'city', 'cotton'],
      finish: { color: C.cream, art: 'tram', artColor: C.birch },
      priceMinor: 3200,
      bg: C.sage
    },
    'coffee-tee': {
      title: say('Coffee first tee', 'Kahvi ensin -paita', 'Kaffe først-skjorta'),
      description: say(
        'Two words in Finnish that need no translation before nine. Lingonberry red, cream print.',
        'Kaksi sanaa, joita ei tarvitse selittää ennen yhdeksää. Puolukanpunainen, kermanvalkoinen teksti.',
        'To finske ord som ikke trenger oversettelse før klokka ni. Tyttebærrød med kremhvitt trykk.'
      ),
      tags: ['coffee', 'words', 'cotton'],
      finish: { color: C.lingon, art: 'kahvi', artColor: C.cream },
      priceMinor: 3200,
      compareAtMinor: 3600,
      bg: C.sand
    },
    'harbour-stripe-tee': {
      title: say('Thin stripe tee', 'Ohutraitapaita', 'Tynnstripet skjorte'),
      description: say(
        'Thin lingonberry stripes on cream, a wide neck, sleeves to the elbow. Softer with every wash.',
        'Ohuet puolukanpunaiset raidat, avara pääntie, hihat kyynärpäähän. Pehmenee pesu pesulta.',
        'Tynne tyttebærrøde striper på krem, vid hals, ermer til albuen. Mykere for hver vask.'
      ),
      tags: ['stripes', 'cotton'],
      finish: { color: C.cream, accent: C.lingon, pattern: 'thin' },
      priceMinor: 3400,
      stock: sized(18, ['XXL']),
      bg: C.sky
    },
    'small-herring-tee': {
      title: say('Little herring tee', 'Pikkusilakka', 'Lillesilda'),
      description: say(
        'The herring tee for people under a metre forty. Double seams in the places a shirt gets pulled.',
        'Silakkapaita alle 140-senttisille. Tuplasaumat niissä kohdissa, joista paitaa aina vedetään.',
        'Sildeskjorta for folk under en meter og førti. Doble sømmer der det alltid blir dratt i den.'
      ),
      tags: ['children', 'fish', 'cotton'],
      finish: { color: C.sage, art: 'herring', artColor: C.navy },
      priceMinor: 2200,
      weightGrams: 110,
      options: [children],
      bg: C.blush
    }
  }
)
