import { C } from '../palette.ts'
import { sit } from './member.ts'

export const northerners = sit({
  oyvind: ['Øyvind Berg', { skin: 0, hair: 6, style: 'short', beard: 'full', top: C.birch }, C.blush],
  ingrid: [
    'Ingrid Haugen',
    {
      skin: 0,
      hair: 7,
      style: 'bun',
      glasses: 'clear',
      age: 'old',
      top: C.harbour,
      pattern: 'dots',
      accent: C.cream
    },
    C.cloud
  ],
  solveig: [
    'Solveig Dahl',
    { skin: 0, hair: 0, style: 'braids', top: C.navy, pattern: 'knit', accent: C.cream, mood: 'laugh' },
    C.sky
  ],
  hakon: [
    'Håkon Lie',
    { skin: 1, hair: 2, style: 'swept', top: C.sand, glasses: 'clear', turn: 1, build: 'slim' },
    C.lilac
  ],
  marit: [
    'Marit Strand',
    { skin: 1, hair: 1, style: 'wavy', top: C.cloud, age: 'old', mood: 'calm' },
    C.sage
  ],
  sindre: [
    'Sindre Moen',
    { skin: 0, hair: 0, style: 'bald', beard: 'short', top: C.lingon, build: 'broad', turn: -1 },
    C.sand
  ],
  bjorg: [
    'Bjørg Aasen',
    {
      skin: 0,
      hair: 5,
      style: 'bob',
      age: 'old',
      glasses: 'clear',
      top: C.birch,
      pattern: 'check',
      accent: C.cream
    },
    C.blush
  ],
  maret: [
    'Máret Sara',
    { skin: 1, hair: 3, style: 'braids', top: C.harbour, pattern: 'knit', accent: C.lingon, earrings: true },
    C.cream
  ],
  niillas: [
    'Niillas Guttorm',
    { skin: 1, hair: 4, style: 'short', top: C.lingon, pattern: 'knit', accent: C.cloud, turn: 1 },
    C.sky
  ],
  risten: [
    'Risten Länsman',
    { skin: 0, hair: 2, style: 'ponytail', hat: C.harbour, top: C.navy, mood: 'laugh', turn: -1 },
    C.cloud
  ]
})
