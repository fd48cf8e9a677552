import type { DemoPost } from './demo-post.ts'

export const secondWeek: readonly DemoPost[] = [
  {
    scene: 'forest-walk',
    when: { daysAgo: 14, time: '08:45' },
    by: 'sanna',
    appeal: 0.9,
    title: 'Green shirt, green forest',
    words:
      'Katrin went for a walk and very nearly could not be found again. Three firs on her chest, a row of red houses on her bag, chanterelles from a place she will not name.\n\nPhoto: Katrin Tamm.',
    talk: [
      [
        'katrin',
        20,
        'East of the big stone. That is all you get.',
        ['onni', 30, 'Which big stone?'],
        ['katrin', 12, 'Exactly.']
      ],
      [
        'sindre',
        200,
        'Er bomullen økologisk?',
        ['sanna', 40, 'Ja, og fargen er vannbasert. Skjorta tåler både skog og maskin.']
      ],
      [
        'mei',
        420,
        'Does the print crack after a while?',
        ['sanna', 60, 'It sits in the cloth more than on it. It fades with you, politely.']
      ],
      ['bjorg', 700, 'Nettet rommer en hel bøtte tyttebær. Prøvd.']
    ]
  },
  {
    scene: 'kitchen-breakfast',
    when: { daysAgo: 13, time: '09:10' },
    by: 'aino',
    campaign: 'herring',
    appeal: 1,
    title: 'Two sizes of the same joke',
    words:
      'The Little herring tee has the same three fish as the big one, only nearer the porridge. Priya’s breakfast table at a quarter to eight, and for once nobody in a hurry.\n\nPhoto: Priya Nair. #HerringSummer',
    talk: [
      [
        'priya',
        15,
        'He has worn it four days in a row. Send help, or another colour.',
        ['aino', 20, 'Another colour is easier.']
      ],
      [
        'yusuf',
        160,
        'My daughter asks whether the third fish is lost.',
        ['aino', 30, 'The third fish knows exactly where it is going.'],
        ['yusuf', 15, 'She accepts this.']
      ],
      [
        'riikka',
        400,
        'Tuleeko kokoa 146?',
        ['sanna', 80, 'Tulee, heti kun seuraava erä on painettu. Laitan viestin.']
      ],
      ['solveig', 700, 'Passer 122 en lang seksåring?', ['sanna', 90, 'Ja, med litt å vokse i.']]
    ]
  },
  {
    scene: 'flatlay-children',
    when: { daysAgo: 12, time: '10:30' },
    by: 'sanna',
    appeal: 0.8,
    title: 'For people under 140 centimetres',
    words:
      'Sleeves that can be turned up twice, cuffs that survive a sandpit, and a bottle small enough to carry and bright enough to find.\n\nThere are only a few Skipper bottles left of this batch. The next ones come by boat, fittingly.',
    talk: [
      [
        'marit',
        50,
        'Kan man få navn på den lille flaska?',
        ['sanna', 25, 'Ja! Skriv navnet i bestillingen, så trykker vi det.']
      ],
      [
        'onni',
        200,
        'Serkkuni on 138 senttiä ja loukkaantui otsikosta.',
        ['sanna', 30, 'Serkku saa ostaa aikuisten koon.']
      ],
      [
        'farah',
        330,
        'Is the bottle dishwasher safe?',
        ['harpreet', 45, 'Top rack, cap off, no complaints so far.']
      ],
      ['mei', 500, 'That yellow cloth!', ['sanna', 15, 'Not for sale either.']]
    ]
  },
  {
    scene: 'quay-two-friends',
    when: { daysAgo: 11, time: '15:20' },
    by: 'sanna',
    appeal: 1.1,
    title: 'Borrowed hoodies come back stretched',
    words:
      'Which is why Helka bought her own. The Sail hoodie in blue, and on Tomás the Harbour long sleeve, photographed about one minute before the rain.\n\nPhoto: Helka Niskanen, and a tripod made of bags.',
    talk: [
      ['tomas', 20, 'The rain was horizontal.', ['helka', 10, 'Huppari kuivui yössä. Tomás ei.']],
      ['jukka', 150, 'Montako vetoketjua?', ['harpreet', 40, 'Ei yhtään. Vedetään päästä.']],
      [
        'ilmari',
        500,
        'Is this the same blue as the boats?',
        ['sanna', 35, 'We took a chip of paint to the dyer. The skipper has not noticed.']
      ],
      ['olena', 900, 'Bought it for my husband. I am wearing it now.', ['aino', 30, 'This is how it goes.']]
    ]
  },
  {
    scene: 'jetty-after-sauna',
    when: { daysAgo: 11, time: '21:30' },
    by: 'aino',
    campaign: 'sauna',
    appeal: 1.3,
    title: 'After',
    words:
      'No words were spoken for twenty minutes. Then one of them said “jaa”, and the other one agreed.\n\nA beanie after sauna is not a joke: wet hair, evening air, warm ears.\n\nPhoto: Risten Länsman. #SaunaWeather',
    talk: [
      ['eero', 45, 'Jaa.', ['veikko', 5, 'Jaa.']],
      ['tuulikki', 70, 'Tässä on kaikki sanottu.'],
      [
        'kofi',
        120,
        'Explain the beanie to someone from Accra, please.',
        ['risten', 25, 'Your head is the chimney. You close it.'],
        ['kofi', 10, 'Understood. Ordering a lid.']
      ],
      ['niillas', 400, 'Vannet var ni grader. Hun sier elleve.', ['risten', 30, 'Tolv.']]
    ]
  },
  {
    scene: 'quay-evening',
    when: { daysAgo: 9, time: '18:40' },
    by: 'aino',
    appeal: 1.2,
    title: 'Torilla tavataan',
    words:
      'When Finland wins something, nobody plans anything. People just say “torilla tavataan”, see you at the square, and half an hour later the square is full.\n\nIt also works without winning. Yellow tee, red beanie, evening light.',
    talk: [
      ['oyvind', 20, 'Det er meg! Jeg vant ingenting, men jeg kom.', ['aino', 15, 'Det teller.']],
      ['pekka', 60, 'Olin siellä 1995. Ja 2011. Ja viime tiistaina.'],
      [
        'mei',
        200,
        'How do I pronounce it?',
        ['ilmari', 30, 'TOR-illa TA-vataan. Stress the first syllable of everything, always.']
      ],
      [
        'sindre',
        300,
        'Finnes den i 3XL?',
        ['sanna', 60, 'Ikke ennå. Tre ønsker til, så trykker vi.'],
        ['pekka', 35, 'Kaksi.'],
        ['gustav', 90, 'En.']
      ]
    ]
  },
  {
    scene: 'stall-seller',
    when: { daysAgo: 8, time: '09:50' },
    by: 'aino',
    appeal: 1,
    title: 'Ask Harpreet',
    words:
      'He knows which mug stacks, which candle smells of a real tar boat, and your size before you say it. He is at the counter from ten to six, Tuesday to Saturday, and answers most of the questions here too.',
    talk: [
      ['amara', 25, 'He guessed my size and my coffee.', ['harpreet', 20, 'Medium, oat milk.']],
      [
        'zahra',
        90,
        'He rolled the whole hoodie rail around the counter so that I could reach it. Best service on the square.',
        ['harpreet', 30, 'The rail has wheels. It was its idea.']
      ],
      [
        'gustav',
        300,
        'Luktar ljuset verkligen tjära?',
        ['harpreet', 50, 'Boat shed, rope, one cigar. Come and smell.']
      ],
      ['bjorg', 600, 'Sender dere lys til Norge?', ['sanna', 60, 'Ja, i to lag papp. Ingen har knust ennå.']],
      ['maija-liisa', 800, 'Terveisiä Harpreetille, sukat sopivat.']
    ]
  }
]
