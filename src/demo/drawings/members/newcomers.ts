import { C } from '../palette.ts'
import { sit } from './member.ts'

export const newcomers = sit({
  amara: ['Amara Okafor', { skin: 4, hair: 4, style: 'afro', top: C.cloud, earrings: true }, C.sky],
  samira: ['Samira Haddad', { skin: 2, hair: 3, style: 'hijab', scarf: C.lingon, top: C.navy }, C.sage],
  linh: ['Linh Nguyen', { skin: 1, hair: 4, style: 'long', top: C.orange }, C.lilac],
  tomas: [
    'Tomás Pereira',
    { skin: 3, hair: 4, style: 'buzz', top: C.cream, pattern: 'thin', accent: C.harbour },
    C.orange
  ],
  farah: [
    'Farah Yusuf',
    { skin: 4, hair: 4, style: 'hijab', scarf: C.sea, top: C.cream, turn: 1, mood: 'laugh' },
    C.sand
  ],
  abdi: [
    'Abdi Warsame',
    { skin: 5, hair: 4, style: 'buzz', beard: 'short', top: C.sage, build: 'slim', turn: -1 },
    C.cloud
  ],
  yusuf: [
    'Yusuf Demir',
    { skin: 2, hair: 4, style: 'swept', beard: 'full', top: C.harbour, build: 'broad' },
    C.sand
  ],
  olena: [
    'Olena Kovalenko',
    { skin: 0, hair: 1, style: 'braids', top: C.paper, pattern: 'berries', accent: C.lingon, turn: 1 },
    C.sky
  ],
  andrei: [
    'Andrei Popescu',
    { skin: 1, hair: 3, style: 'short', glasses: 'clear', top: C.birch, mood: 'calm' },
    C.blush
  ],
  priya: [
    'Priya Nair',
    { skin: 3, hair: 4, style: 'wavy', top: C.lingon, earrings: true, mood: 'laugh' },
    C.cloud
  ],
  harpreet: [
    'Harpreet Singh',
    { skin: 3, hair: 4, style: 'turban', scarf: C.orange, beard: 'full', top: C.navy },
    C.sage
  ],
  mei: ['Mei Tanaka', { skin: 1, hair: 4, style: 'bob', glasses: 'clear', top: C.sea, turn: -1 }, C.blush],
  kofi: [
    'Kofi Mensah',
    { skin: 5, hair: 4, style: 'locs', beard: 'short', top: C.cloud, pattern: 'waves', accent: C.lingon },
    C.lilac
  ],
  zahra: ['Zahra Rahimi', { skin: 2, hair: 4, style: 'curly', top: C.birch, mood: 'calm', turn: 1 }, C.cream],
  katrin: [
    'Katrin Tamm',
    { skin: 0, hair: 2, style: 'bun', top: C.navy, pattern: 'sails', accent: C.cream },
    C.sage
  ],
  mateusz: [
    'Mateusz Kowalski',
    { skin: 0, hair: 2, style: 'short', beard: 'moustache', top: C.orange, build: 'round', turn: 1 },
    C.sky
  ]
})
