import { C } from '../palette.ts'
import { say, shelf } from './demo-good.ts'
import { sized } from './stock.ts'

const sizes = { name: 'Size', values: ['S', 'M', 'L', 'XL', 'XXL'] }

export const hoodies = shelf(
  {
    kind: 'hoodie',
    vendor: 'Kauppatori',
    type: 'Hoodie',
    collection: 'warm',
    weightGrams: 640,
    options: [sizes],
    stock: sized(16)
  },
  {
    'sail-hoodie': {
      title: say('Sail hoodie', 'Purjehuppari', 'Seilgenseren'),
      description: say(
        'Harbour blue, brushed inside, with a boat on the chest. The pocket holds a thermos and one cold hand.',
        'Satamansininen, sisältä harjattu, vene rinnassa. Taskuun mahtuu termospullo ja yksi kylmä käsi.',
        'Havneblå, børstet innvendig, med båt på brystet. Lomma rommer en termos og én kald hånd.'
      ),
      tags: ['boat', 'warm', 'bestseller'],
      finish: { color: C.harbour, art: 'boat' },
      priceMinor: 6900,
      stock: sized(22),
      bg: C.sand
    },
    'berry-hoodie': {
      title: say('Cloudberry hoodie', 'Hillahuppari', 'Multegenseren'),
      description: say(
        'A cloudberry on birch green. We will not say where it was picked. Nobody does.',
        'Hilla koivunvihreällä. Emme kerro, mistä se on poimittu. Ei kukaan kerro.',
        'En multe på bjørkegrønt. Vi sier ikke hvor den er plukket. Det gjør ingen.'
      ),
      tags: ['berries', 'warm'],
      finish: { color: C.birch, art: 'berry', artColor: C.cloud },
      priceMinor: 6900,
      bg: C.blush
    },
    'tori-hoodie': {
      title: say('Market hoodie', 'Torihuppari', 'Torggenseren'),
      description: say(
        'Awning orange with the square’s own words across the chest. What our sellers wear from October on.',
        'Markiisinoranssi, rinnassa torin omat sanat. Tätä myyjämme käyttävät lokakuusta eteenpäin.',
        'Markiseoransje med torgets egne ord over brystet. Dette bruker selgerne våre fra oktober av.'
      ),
      tags: ['words', 'warm'],
      finish: { color: C.orange, accent: C.navy, art: 'tori', artColor: C.navy },
      priceMinor: 6900,
      bg: C.sky
    },
    'granite-hoodie': {
      title: say('Granite hoodie', 'Graniittihuppari', 'Granittgenseren'),
      description: say(
        'Plain, pale and warm as a sunny quay stone. No print, because some days are like that.',
        'Sileä, vaalea ja lämmin kuin aurinkoinen laiturikivi. Ei painatusta, sillä joskus on sellainen päivä.',
        'Ensfarget, lys og varm som en brygge i sola. Uten trykk, for noen dager er sånn.'
      ),
      tags: ['plain', 'warm'],
      finish: { color: C.granite, accent: C.paper },
      priceMinor: 6400,
      bg: C.sage
    },
    'star-hoodie': {
      title: say('Polar night hoodie', 'Kaamoshuppari', 'Mørketidsgenseren'),
      description: say(
        'Nine stars on navy. The cords are cream so you can find them in the dark.',
        'Yhdeksän tähteä tummansinisellä. Nyörit ovat vaaleat, jotta ne löytyvät pimeässä.',
        'Ni stjerner på marineblått. Snorene er kremhvite, så du finner dem i mørket.'
      ),
      tags: ['winter', 'warm'],
      finish: { color: C.navy, art: 'stars', artColor: C.cloud },
      priceMinor: 6900,
      compareAtMinor: 7900,
      bg: C.lilac
    },
    'small-gull-hoodie': {
      title: say('Little gull hoodie', 'Pikkulokki', 'Lillemåka'),
      description: say(
        'Lingonberry red with a gull, in children’s sizes. The hood fits over a helmet, nearly.',
        'Puolukanpunainen lokkihuppari lasten kokoina. Huppu menee melkein kypärän päälle.',
        'Tyttebærrød med måke, i barnestørrelser. Hetta går nesten utenpå hjelmen.'
      ),
      tags: ['children', 'gull', 'warm'],
      finish: { color: C.lingon, art: 'gull', artColor: C.cream },
      priceMinor: 4400,
      weightGrams: 380,
      options: [{ name: 'Size', values: ['98/104', '110/116', '122/128', '134/140'] }],
      bg: C.sand
    }
  }
)
