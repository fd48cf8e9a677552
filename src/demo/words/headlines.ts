import type { DemoPost } from './demo-post.ts'

/** The posts the results are about: the herring tee that took off, the bottles that are taking off now, and today's. */
export const headlines: readonly DemoPost[] = [
  {
    scene: 'quay-herring',
    when: { daysAgo: 5, time: '17:05' },
    by: 'aino',
    campaign: 'herring',
    pinned: true,
    appeal: 3.4,
    title: 'Three herrings, one going its own way',
    words:
      'You voted for the colour, Amara wore it to the quay at six in the morning, and the herring boats hooted. We could not have paid for that.\n\nHerring tee, water-based print, sizes S to XXL. HERRING10 takes ten per cent off as long as the boats keep hooting.\n\nPhoto: Amara Okafor. #HerringSummer',
    talk: [
      ['amara', 8, 'They really did hoot. I waved back, and that is the photo.'],
      [
        'kalle',
        20,
        'Which of the three am I?',
        ['riikka', 6, 'The one going the wrong way.'],
        ['kalle', 4, 'Its OWN way, Riikka.']
      ],
      [
        'linh',
        45,
        'Orange or blue? I cannot choose, this is torture.',
        ['amara', 12, 'Orange. The sea is already blue.'],
        ['linh', 9, 'Orange. Done. Bought.']
      ],
      ['oyvind', 60, 'Nå må jeg ha en til. Kona tok den første.', ['aino', 25, 'Si det til kona også.']],
      [
        'tuulikki',
        130,
        'Tilaan koko kuorolle. XL kahdelle bassolle.',
        ['aino', 30, 'Kuoro! Lähetättekö kuvan, kun laulatte?'],
        ['tuulikki', 20, 'Lähetetään, ja ääninäyte.']
      ],
      [
        'mei',
        220,
        'Does the orange fade?',
        ['sanna', 40, 'We left one on the roof for a year. It went from orange to a slightly wiser orange.']
      ],
      [
        'kofi',
        420,
        'Bought it because of this photo. Wearing it to a wedding. Do not tell the bride.',
        ['priya', 35, 'I am the bride’s cousin.'],
        ['kofi', 5, 'It is a very formal herring.']
      ],
      ['sindre', 700, 'Rabattkoden virket. Takk!'],
      [
        'harpreet',
        1000,
        'Orange M is nearly gone. The next box is at the printer’s, I can smell it from here.'
      ],
      ['gustav', 1500, 'Strömming på bröstet, äntligen.'],
      ['jukka', 2600, 'Saapui jo. Kaksi päivää Ouluun, kiitos.', ['aino', 45, 'Kiitetään postia yhdessä!']],
      ['helka', 4100, 'Kolme silakkapaitaa vastaan samana aamuna. Tämä on nyt univormu.']
    ]
  },
  {
    scene: 'harbour-aino',
    when: { daysAgo: 4, time: '07:55' },
    by: 'aino',
    campaign: 'names',
    appeal: 1,
    title: 'A bottle with your name on it',
    words:
      'This one is mine. Yours takes two days: pick a colour, tell us the name when you order, and we print it in a line that does not wash off.\n\nÅ, Ä, Ö, Ø and ñ are all in the box. #NamesOnBottles',
    talk: [
      [
        'maret',
        20,
        'Á også? Ellers blir det Maret, og det er tanta mi.',
        ['aino', 15, 'Á også! Hilsen til tanta.']
      ],
      ['oyvind', 70, 'Endelig en Ø som ikke er et null.'],
      [
        'ilmari',
        190,
        'How long can a name be? Asking for Maija-Liisa.',
        ['sanna', 30, 'Twelve letters. Maija-Liisa is eleven with the hyphen. We checked.'],
        ['maija-liisa', 60, 'Kiitos, minuakin kiinnosti.']
      ],
      ['hakon', 500, 'Kan det stå «Ikke rør»?', ['sanna', 25, 'Det er åtte bokstaver, så ja.']]
    ]
  },
  {
    scene: 'rock-evening-bottle',
    when: { daysAgo: 3, time: '21:10' },
    by: 'aino',
    campaign: 'names',
    appeal: 1,
    title: 'Sinä means you',
    words:
      'For when you do not know the name yet, or know it far too well. Olena took the Sinä bottle out to the rocks with a candle and no plan at all.\n\nPhoto: Olena Kovalenko. #NamesOnBottles',
    talk: [
      ['olena', 14, 'There was a plan: sit. It went well.'],
      [
        'tomas',
        130,
        'So if I give it to someone, I am saying “you”? That is the most Finnish love letter I have seen.',
        ['riikka', 20, 'Vuolas tunteenpurkaus, oikeastaan.']
      ],
      ['linnea', 500, 'Finns det en som säger “inte du”?']
    ]
  },
  {
    scene: 'harbour-amara',
    when: { daysAgo: 1, time: '18:20' },
    by: 'sanna',
    campaign: 'names',
    appeal: 4,
    title: 'Amara, in yellow',
    words:
      'Cloudberry bottle, lingonberries all around, and a name that nobody will drink from by mistake. Amara picked it up this afternoon and could not wait for better light. It did not need any.\n\nPhoto: Amara Okafor. #NamesOnBottles',
    talk: [
      ['amara', 6, 'I have told four people not to touch it already.'],
      [
        'samira',
        25,
        'Is the pattern part of it, or extra?',
        ['sanna', 12, 'Part of it. Pick Cloudberry and it comes with berries.'],
        ['samira', 7, 'Ordered: one Samira, one “Äiti”.']
      ],
      [
        'kalle',
        50,
        'Saako siihen lukea jonkun toisen nimen? Kysyn Riikan puolesta.',
        ['riikka', 5, 'Ei saa.']
      ],
      ['priya', 110, 'Three for the office. We lose bottles like others lose pens.'],
      ['solveig', 170, 'Min kommer i morgen!! Har allerede ryddet plass.'],
      [
        'abdi',
        300,
        'Night with “Abdi”, please tell me it is in stock.',
        ['harpreet', 20, 'It is, and it is the best looking of the three. Do not tell the yellow one.']
      ],
      ['pekka', 620, 'Pullossani lukee nyt PEKKA. Töissä on kolme Pekkaa. Tästä tulee vielä jotain.'],
      ['marit', 800, 'Bestilte fire til barnebarna. Navnene er lange, men de er små.']
    ]
  },
  {
    scene: 'forest-family',
    when: { minutesAgo: 150 },
    by: 'aino',
    campaign: 'herring',
    appeal: 2,
    title: 'The one who is usually behind the camera',
    words:
      'Sanna takes most of our pictures, so we asked a birch to hold the phone. Gull tee for her, three small herrings for the one who does the laughing. #HerringSummer',
    talk: [
      ['sanna', 7, 'The birch has a better eye than I do.'],
      ['helka', 18, 'Vihdoin! Ja hymyilettekin.'],
      ['mei', 41, 'The laughing one should get a contract.', ['sanna', 6, 'Paid in buns, per smile.']],
      ['veikko', 75, 'Hyvä koivu.'],
      ['linh', 118, 'Is there a gull tee left in L?', ['harpreet', 9, 'Two. One is looking at you.']]
    ]
  }
]
