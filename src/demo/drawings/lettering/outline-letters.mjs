/**
 * Writes outlines.json, the letters the drawings may use, from the variable display face.
 * Run by hand when the face or the letters change, in an empty folder, with the two tools it needs:
 * `npm i fontkit@2.0.4 wawoff2@2.0.1 && node …/outline-letters.mjs <the face's files folder> <outlines.json>`.
 * They are not dependencies of the project: nothing else needs them, and what they write is checked in.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(join(process.cwd(), 'here.js'))
const fontkit = require('fontkit')
const woff2 = require('wawoff2')
const [folder, target] = process.argv.slice(2)

const ascii = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).join('')
const everyday = `${ascii} ÀÁÂÃÄÅÆÇÈÉÊËÍÎÏÐÑÒÓÔÕÖØÚÛÜÝÞßàáâãäåæçèéêëíîïðñòóôõöøúûüýþÿ€–’·`
const wider = 'ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīİıĶķĻļŁłŃńŅņŇňŊŋŌōŐőŒœŘřŚśŞşŠšŢţŤťŦŧŪūŮůŰűŹźŻżŽž'
const paired = `${ascii.replace(/[^A-Za-z]/g, '')}ÄÅÖØÆäåöøæ`

const styles = {
  sign: { wght: 800, wdth: 75, letters: everyday + wider },
  note: { wght: 600, wdth: 90, letters: everyday },
  word: { wght: 800, wdth: 88, letters: 'Torılla' }
}

async function face(subset) {
  const packed = readFileSync(join(folder, `bricolage-grotesque-${subset}-wdth-normal.woff2`))
  return fontkit.create(Buffer.from(await woff2.decompress(packed)))
}

function outline(font, letter) {
  const glyph = font.layout(letter).glyphs[0]
  const d = glyph.path
    .scale(1, -1)
    .toSVG()
    .replace(/-?\d+\.\d+/g, (n) => String(Math.round(Number(n))))
  return [Math.round(glyph.advanceWidth), d]
}

function kerning(font, letters) {
  const pairs = {}
  for (const a of letters)
    for (const b of letters) {
      const run = font.layout(a + b)
      const k = Math.round(run.positions[0].xAdvance - run.glyphs[0].advanceWidth)
      if (Math.abs(k) >= 8) pairs[a + b] = k
    }
  return pairs
}

const latin = await face('latin')
const ext = await face('latin-ext')
const result = {}
for (const [name, { letters, ...axes }] of Object.entries(styles)) {
  const [near, far] = [latin.getVariation(axes), ext.getVariation(axes)]
  const fontOf = (letter) => [near, far].find((f) => f.hasGlyphForCodePoint(letter.codePointAt(0)))
  const known = [...new Set(letters)].filter(fontOf)
  const glyphs = Object.fromEntries(known.map((letter) => [letter, outline(fontOf(letter), letter)]))
  result[name] = {
    glyphs,
    kerning: kerning(
      near,
      paired.split('').filter((l) => l in glyphs)
    )
  }
}
writeFileSync(target, JSON.stringify(result))
