/**
 * Writes outlines.json, every letter of our two faces as an outline, from the variable fonts.
 * Run by hand when a face changes, in an empty folder, with the two tools it needs:
 * `npm i fontkit@2.0.4 wawoff2@2.0.1 && node …/outline-letters.mjs <node_modules/@fontsource-variable> <outlines.json>`.
 * They are not dependencies of the project: nothing else needs them, and what they write is checked in.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(join(process.cwd(), 'here.js'))
const fontkit = require('fontkit')
const woff2 = require('wawoff2')
const [folder, target] = process.argv.slice(2)

const latin = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÄÅÖØÆäåöøæ'
const marks = '.,:;!?-–’”)'
const faces = {
  headline: { family: 'bricolage-grotesque', file: 'wdth', axes: { wght: 800, wdth: 88 } },
  sign: {
    family: 'bricolage-grotesque',
    file: 'wdth',
    axes: { wght: 800, wdth: 75 },
    only: /[\d.,\-–\s\p{Sc}A-Za-z]/u
  },
  text: { family: 'hanken-grotesk', file: 'wght', axes: { wght: 600 } }
}
const subsets = ['latin', 'latin-ext', 'vietnamese', 'cyrillic-ext']

async function openFonts({ family, file, axes }) {
  const fonts = []
  for (const subset of subsets) {
    try {
      const packed = readFileSync(join(folder, family, 'files', `${family}-${subset}-${file}-normal.woff2`))
      fonts.push(fontkit.create(Buffer.from(await woff2.decompress(packed))).getVariation(axes))
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
    }
  }
  return fonts
}

function outline(font, letter) {
  const glyph = font.layout(letter).glyphs[0]
  const path = glyph.path.scale(1000 / font.unitsPerEm, -1000 / font.unitsPerEm).toSVG()
  const d = path.replace(/-?\d+\.\d+/g, (n) => String(Math.round(Number(n))))
  return [Math.round((glyph.advanceWidth * 1000) / font.unitsPerEm), d]
}

function kerningOf(font) {
  const pairs = {}
  for (const a of latin)
    for (const b of latin + marks) {
      const run = font.layout(a + b)
      if (run.glyphs.length !== 2) continue // a ligature
      const k = Math.round(
        ((run.positions[0].xAdvance - run.glyphs[0].advanceWidth) * 1000) / font.unitsPerEm
      )
      if (Math.abs(k) >= 8) pairs[a + b] = k
    }
  return pairs
}

const result = {}
for (const [name, face] of Object.entries(faces)) {
  const fonts = await openFonts(face)
  const glyphs = {}
  for (const font of fonts)
    for (const point of font.characterSet) {
      const letter = String.fromCodePoint(point)
      if (letter in glyphs || /[\p{C}\p{M}\p{Z}]/u.test(letter) || (face.only && !face.only.test(letter)))
        continue
      glyphs[letter] = outline(font, letter)
    }
  const space = outline(fonts[0], ' ')[0]
  result[name] = { space, glyphs, kerning: kerningOf(fonts[0]) }
}
writeFileSync(target, `${JSON.stringify(result)}\n`)
