import type { DemoPost } from './demo-post.ts'

export const firstWeek: readonly DemoPost[] = [
  {
    scene: 'market-morning',
    when: { daysAgo: 20, time: '07:40' },
    by: 'aino',
    appeal: 1.2,
    title: 'Good morning from the square',
    words:
      'The awnings go up at seven, the gulls at a quarter past. We are the small stall at the edge of the harbour: shirts, mugs, bottles and things for cold ears, drawn by us and printed close by.\n\nTap a dot on any picture to see what it costs. Ask us anything under a post; whoever has dry hands answers. #Kauppatori',
    talk: [
      [
        'ingrid',
        55,
        'Er dere der i regn også?',
        ['aino', 20, 'Særlig i regn, Ingrid. Markisen er tett og kaffen er varm.']
      ],
      [
        'pekka',
        130,
        'Kymmenen pistettä lokille, joka odottaa vuoroaan.',
        ['harpreet', 35, 'He has a queue number. He does not respect it.']
      ],
      [
        'farah',
        300,
        'First time I see the prices right on the picture. I tapped every dot, sorry about your statistics.',
        ['sanna', 40, 'Tap away, that is what they are for.']
      ],
      [
        'veikko',
        900,
        'Which end of the square? I walked past the strawberries twice.',
        [
          'harpreet',
          25,
          'North end, orange stripes, beside the man with the new potatoes. If you are on the ferry, you have gone too far.'
        ],
        ['veikko', 200, 'Found you. Bought socks.']
      ]
    ]
  },
  {
    scene: 'stall-counter',
    when: { daysAgo: 19, time: '10:15' },
    by: 'aino',
    appeal: 0.9,
    title: 'The view from our side',
    words:
      'What we look at all day: shirts on the rail, mugs that somebody will move one centimetre to the left, and behind them the sea, which needs no tidying.\n\nThe tote with the wooden houses is back after two weeks away. It has an inside pocket now, because Riikka asked for one.',
    talk: [
      [
        'riikka',
        25,
        'I only said it once, at the stall, in the wind! Thank you!',
        ['aino', 15, 'We write everything down.']
      ],
      [
        'mateusz',
        140,
        'How deep is the pocket? Phone or keys?',
        ['harpreet', 30, 'Phone and keys. Not phone, keys and a bun. I tried.']
      ],
      [
        'oona',
        420,
        'Is the Sail hoodie brushed inside, or loops?',
        ['sanna', 60, 'Loops. Brushed ones shed on dark shirts, and we are not done arguing about it.']
      ],
      ['helka', 800, 'Se mukien siirtelijä olen minä. En pyydä anteeksi.', ['harpreet', 20, 'Tiesin sen.']]
    ]
  },
  {
    scene: 'tram-commute',
    when: { daysAgo: 18, time: '08:05' },
    by: 'sanna',
    appeal: 0.8,
    title: 'For the tram you just missed',
    words:
      'Six minutes to the next one: enough for half a mug of coffee, and for noticing that your sleeves match the rails.\n\nThe Pier long sleeve is knitted tight enough for the wind on Aleksanterinkatu, and thin enough to live under a jacket.',
    talk: [
      ['kalle', 40, 'That was me running. I made it, thanks for asking.'],
      [
        'jukka',
        200,
        'Onko tämä pitkä malli? Olen 196.',
        ['sanna', 45, 'XL on 78 cm niskasta helmaan. Harpreet on 193 ja sanoo, että riittää.']
      ],
      [
        'zahra',
        500,
        'Does the mug fit a wheelchair cup holder?',
        [
          'harpreet',
          30,
          'I measured: 8.2 cm across the foot. If yours takes an ordinary takeaway cup, it fits.'
        ],
        ['zahra', 90, 'It fits. Ordered.']
      ]
    ]
  },
  {
    scene: 'flatlay-picnic',
    when: { daysAgo: 17, time: '11:30' },
    by: 'sanna',
    appeal: 1.1,
    title: 'A picnic for two, or for one and a gull',
    words:
      'Shirt, bag, a beanie for when the sun goes, and a bottle with somebody’s name on it so that nobody drinks from the wrong one.\n\nThe cloth is not for sale. Everybody asks.',
    talk: [
      [
        'tuulikki',
        60,
        'Ja se liina sitten?',
        ['sanna', 15, 'Ei myynnissä, Tuulikki. 😄'],
        ['tuulikki', 5, 'Kannatti kysyä.']
      ],
      [
        'solveig',
        180,
        'Hvilken størrelse er skjorta på bildet?',
        ['sanna', 50, 'M. Den er litt lang i modellen, med vilje.']
      ],
      [
        'abdi',
        240,
        'Which colour is that bottle?',
        ['sanna', 20, 'Awning, the orange one. It also comes in Night.']
      ],
      ['hakon', 700, 'I will take the cloth.']
    ]
  },
  {
    scene: 'rock-coffee',
    when: { daysAgo: 16, time: '09:20' },
    by: 'aino',
    appeal: 1.2,
    title: 'Coffee tastes better on granite',
    words:
      'Ingrid took the Gull mug to her rock outside Grimstad and sent us proof. The gull in the picture is printed on. The one that took her bun was not.\n\nPhoto: Ingrid Haugen, with thanks.',
    talk: [
      [
        'ingrid',
        30,
        'Det var en kanelbolle, og jeg hadde bare tatt én bit.',
        ['aino', 25, 'Vi føler med deg. Trøst er på vei i posten.']
      ],
      ['marit', 100, 'Fin kopp! Holder den varmen?', ['ingrid', 40, 'Lenge nok til å krangle med en måke.']],
      [
        'pekka',
        300,
        'Kestääkö konepesun?',
        ['harpreet', 35, 'Kestää. Kojun oma lokki on käynyt koneessa neljäsataa kertaa.']
      ],
      ['linh', 600, 'Ordered two: one for me and one for the gull.']
    ]
  },
  {
    scene: 'quay-stripes',
    when: { daysAgo: 15, time: '12:10' },
    by: 'sanna',
    appeal: 1.3,
    title: 'Stripes, forty washes later',
    words:
      'We washed this shirt forty times before we hung it on the rail. It came out the same size, a little softer and slightly bored.\n\nQuay tee: heavy cotton, straight cut, long enough to stay tucked in when you reach for the rope.',
    talk: [
      ['katrin', 35, 'Forty?! Who folded it?', ['andrei', 30, 'I did. Thirty-eight times inside out.']],
      [
        'linnea',
        120,
        'Är den stor i storleken? Jag brukar ha M.',
        ['aino', 55, 'Ta M. Den är rak, inte vid.']
      ],
      ['maija-liisa', 260, 'Ostin näitä kaksi. Toinen on jo lähtenyt tyttären mukaan.'],
      [
        'samira',
        400,
        'Can one see through the cream?',
        ['sanna', 30, 'No. We held it up to the sun and saw only stripes.']
      ],
      [
        'tomas',
        900,
        'Mine shrank a little in the dryer, to be fair.',
        [
          'sanna',
          70,
          'The dryer takes a centimetre, the line takes nothing. That should stand on the page: it does now.'
        ]
      ]
    ]
  }
]
