import { C } from '../palette.ts'
import { sit } from './member.ts'

export const finns = sit({
  aino: ['Aino Lehtonen', { skin: 0, hair: 0, style: 'bob', top: C.harbour }, C.sand],
  eero: [
    'Eero Mäkelä',
    { skin: 1, hair: 5, style: 'short', glasses: 'clear', beard: 'full', top: C.lingon, age: 'old' },
    C.sky
  ],
  kalle: ['Kalle Virtanen', { skin: 0, hair: 1, hat: C.orange, top: C.navy, turn: 1 }, C.sand],
  sanna: [
    'Sanna Korhonen',
    { skin: 0, hair: 6, style: 'wavy', top: C.birch, freckles: true, mood: 'laugh' },
    C.blush
  ],
  jukka: [
    'Jukka Nieminen',
    { skin: 1, hair: 2, style: 'bald', beard: 'full', top: C.granite, build: 'broad' },
    C.sage
  ],
  veikko: [
    'Veikko Laine',
    { skin: 0, hair: 7, style: 'swept', age: 'old', beard: 'moustache', top: C.navy, mood: 'calm', turn: -1 },
    C.lilac
  ],
  tuulikki: [
    'Tuulikki Heikkinen',
    {
      skin: 0,
      hair: 7,
      style: 'curly',
      age: 'old',
      glasses: 'clear',
      top: C.lingon,
      pattern: 'dots',
      accent: C.cream,
      build: 'round'
    },
    C.sky
  ],
  ilmari: [
    'Ilmari Koskinen',
    { skin: 1, hair: 3, style: 'swept', beard: 'short', top: C.cloud, turn: -1 },
    C.sky
  ],
  oona: [
    'Oona Rantanen',
    { skin: 0, hair: 8, style: 'bob', top: C.ink, earrings: true, mood: 'calm', turn: 1 },
    C.blush
  ],
  pekka: [
    'Pekka Jokinen',
    {
      skin: 0,
      hair: 0,
      style: 'short',
      top: C.harbour,
      pattern: 'thin',
      accent: C.cream,
      build: 'round',
      mood: 'laugh'
    },
    C.sage
  ],
  riikka: ['Riikka Ahola', { skin: 1, hair: 2, style: 'ponytail', top: C.orange, turn: -1 }, C.sand],
  onni: ['Onni Hakala', { skin: 0, hair: 1, style: 'curly', top: C.birch, freckles: true }, C.cloud],
  'maija-liisa': [
    'Maija-Liisa Peltonen',
    { skin: 0, hair: 5, style: 'bun', age: 'old', top: C.sea, earrings: true },
    C.blush
  ],
  helka: [
    'Helka Niskanen',
    {
      skin: 1,
      hair: 3,
      style: 'long',
      glasses: 'clear',
      top: C.cream,
      pattern: 'stripe',
      accent: C.lingon,
      build: 'round'
    },
    C.sky
  ],
  linnea: ['Linnéa Holm', { skin: 0, hair: 0, style: 'long', top: C.lilac, freckles: true, turn: 1 }, C.sage],
  gustav: [
    'Gustav Sundqvist',
    { skin: 0, hair: 5, style: 'short', age: 'old', hat: C.navy, beard: 'full', top: C.sand },
    C.sea
  ]
})
