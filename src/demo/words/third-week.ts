import type { DemoPost } from './demo-post.ts'

export const thirdWeek: readonly DemoPost[] = [
  {
    scene: 'tram-oona',
    when: { daysAgo: 7, time: '16:25' },
    by: 'sanna',
    appeal: 1,
    title: 'Granite, teal, orange',
    words:
      'Oona dressed for the stop at Hakaniemi: Granite hoodie, Buoy beanie, hair by Oona. The Awning tote holds the rest of the day.\n\nPhoto: Oona’s sister, who wants credit.',
    talk: [
      [
        'oona',
        15,
        'Sisko pyytää kohteliaasti alennuskoodia.',
        ['sanna', 20, 'HERRING10. Siskolle, ja kaikille muillekin.']
      ],
      [
        'linh',
        100,
        'What teal is that? I need it on my head and possibly in my bathroom.',
        ['oona', 25, 'Box dye and stubbornness.']
      ],
      ['abdi', 400, 'How warm is the hoodie?', ['sanna', 45, 'October yes, January no.']],
      ['mateusz', 620, 'That beanie can be seen from space. I mean it kindly.']
    ]
  },
  {
    scene: 'jetty-still-life',
    when: { daysAgo: 6, time: '20:15' },
    by: 'aino',
    campaign: 'sauna',
    appeal: 0.9,
    title: 'Three things for the jetty',
    words:
      'Water, light, something to sit on. Everything else is already there.\n\nThe Löyly towel is linen: it takes the water and gives it back to the wind before the second round.\n\nPhoto: Niillas Guttorm. #SaunaWeather',
    talk: [
      ['maret', 90, 'Tok du bildet med votter på?', ['niillas', 20, 'Nei, men jeg burde ha gjort det.']],
      ['eero', 200, 'Pellava vai puuvilla, siinäpä kysymys.', ['veikko', 15, 'Ei ole kysymys.']],
      [
        'priya',
        500,
        'Does the spruce candle smell like a car or like a forest?',
        ['harpreet', 40, 'Forest, after rain. I would not sell the other one.']
      ]
    ]
  },
  {
    scene: 'harbour-evening-mug',
    when: { daysAgo: 4, time: '18:30' },
    by: 'sanna',
    appeal: 0.9,
    title: 'Lingonberries at sunset',
    words:
      'No two Lingonberry mugs are printed in quite the same place. Tomás got one with a berry right by the handle, and considers himself lucky.\n\nPhoto: Tomás Pereira, left-handed.',
    talk: [
      ['tomas', 12, 'The berry is for my thumb. It is a control button.'],
      ['katrin', 90, 'Mine has one on the bottom. Only the table knows.'],
      [
        'andrei',
        300,
        'For the record: I counted forty-one berries.',
        ['harpreet', 25, 'Andrei was asked to tidy the shelf.']
      ]
    ]
  },
  {
    scene: 'flatlay-small-presents',
    when: { daysAgo: 6, time: '11:00' },
    by: 'sanna',
    campaign: 'herring',
    appeal: 1,
    title: 'For the host, the teacher, the neighbour',
    words:
      'Stickers for six, Herring socks for twelve, a cap, a towel. We wrap for nothing, in last week’s newspaper and a good ribbon. #HerringSummer',
    talk: [
      [
        'samira',
        40,
        'Can I choose which page of the newspaper?',
        ['harpreet', 30, 'Weather or chess. The obituaries are out.']
      ],
      ['helka', 130, 'Opettajalle sukat, naapurille tarrat, itselle molemmat.'],
      ['hakon', 420, 'Rekker det til lørdag i Bergen?', ['sanna', 35, 'Ja, om du bestiller i dag før fire.']],
      ['hakon', 520, 'Bestilt fem på fire.']
    ]
  },
  {
    scene: 'forest-picker',
    when: { daysAgo: 3, time: '12:15' },
    by: 'aino',
    appeal: 1,
    title: 'Bucket half full',
    words:
      'The rule is one for the bucket, two for the mouth. The Little gull hoodie is red so that you can find the mouth.\n\nThe Buoy beanie is orange for the same reason.',
    talk: [
      ['bjorg', 45, 'Tre for munnen, i vår familie.'],
      ['risten', 200, 'Huppari on käyttökelpoinen kamera-ansa: kuvassa näkyy aina jotain punaista.'],
      [
        'yusuf',
        360,
        'Do berries wash out?',
        ['sanna', 40, 'Cold water, at once. Or keep them: on red nobody knows.']
      ]
    ]
  },
  {
    scene: 'kitchen-coffee',
    when: { daysAgo: 5, time: '08:00' },
    by: 'sanna',
    appeal: 0.9,
    title: 'Coffee first',
    words:
      'Mateusz, before nine. The shirt says it in Finnish, so that he does not have to say it at all.\n\nThe tee is 32 instead of 36 while the red ones last.\n\nPhoto: his daughter, who was told not to speak.',
    talk: [
      ['mateusz', 95, 'It is now past nine. Good morning, everyone.'],
      ['eero', 150, 'Kolmas kuppi vasta alkaa puhua.'],
      [
        'linnea',
        300,
        'Är 36 det vanliga priset, eller fanns det en annan rea?',
        ['sanna', 30, 'Det vanliga. Det lägsta på trettio dagar står bredvid priset.']
      ],
      [
        'marit',
        640,
        'Kan tavla på veggen også kjøpes?',
        ['harpreet', 50, 'Trykk på prikken, den henger der!']
      ]
    ]
  },
  {
    scene: 'tram-zahra',
    when: { daysAgo: 2, time: '12:40' },
    by: 'sanna',
    appeal: 0.8,
    title: 'Line 6, front door, lap tote',
    words:
      'Zahra’s commuting kit: Cloudberry hoodie, Tram tote, and a nod from the driver. The handles of the tote are long enough to hook over an armrest. We did not plan that, but we will pretend we did.\n\nPhoto: Zahra Rahimi.',
    talk: [
      ['zahra', 10, 'The driver asked where the bag is from. I am basically your sales department.'],
      ['onni', 80, 'Kuski oli mun isä!', ['zahra', 15, 'Terveisiä isälle. Pehmeä jarrutus.']],
      [
        'farah',
        300,
        'Does the hoodie come in sea green too?',
        ['aino', 60, 'It might, if enough people ask. That is one.']
      ]
    ]
  },
  {
    scene: 'quay-kofi',
    when: { daysAgo: 1, time: '08:20' },
    by: 'sanna',
    appeal: 0.7,
    title: 'Six in the morning, and smiling',
    words:
      'Kofi claims that he is always like this. The Gull mug was full, which may explain it.\n\nThree firs long sleeve, printed in birch green on birch green, for people who like to be found slowly.\n\nPhoto: Kofi Mensah.',
    talk: [
      ['kofi', 12, 'I am always like this. Ask my neighbours, who are not.'],
      ['abdi', 60, 'Confirmed. I am the neighbour.', ['kofi', 8, 'Coffee is at six tomorrow too.']],
      ['ingrid', 200, 'Jeg ser at måken holder seg på koppen denne gangen.']
    ]
  }
]
