/**
 * Lettering as outlines, so a drawing looks the same where the face is not installed and no font is read at run time.
 * The outlines (Bricolage Grotesque, OFL-1.1) are checked in; outline-letters.mjs writes them.
 */
import { C } from '../palette.ts'
import { round } from '../svg.ts'
import outlines from './outlines.json' with { type: 'json' }

export type Face = keyof typeof outlines
export type Anchor = 'start' | 'middle' | 'end'
type Outlines = { glyphs: Record<string, (number | string)[]>; kerning: Record<string, number> }
type Style = { fill?: string; face?: Face; anchor?: Anchor; maxWidth?: number; turn?: number }

const EM = 1000
const SPACE = 210
const faces: Record<Face, Outlines> = outlines

/** The letters of a text side by side, in thousandths of an em, y downwards. Throws on a letter that was not outlined. */
export function typeset(text: string, face: Face = 'sign'): { letters: string; width: number } {
  const { glyphs, kerning } = faces[face]
  let width = 0
  let letters = ''
  for (const [i, letter] of [...text].entries()) {
    width += kerning[text.slice(i - 1, i + 1)] ?? 0
    const glyph = letter === ' ' ? [SPACE, ''] : glyphs[letter]
    if (!glyph) throw new Error(`No outline for “${letter}” in the ${face} lettering`)
    if (glyph[1]) letters += `<path transform="translate(${width})" d="${glyph[1]}"/>`
    width += Number(glyph[0])
  }
  return { letters, width }
}

/** True when every letter of the text can be drawn. */
export const canTypeset = (text: string, face: Face = 'sign') =>
  [...text].every((l) => l === ' ' || l in faces[face].glyphs)

/** One line of lettering with its baseline on (x, y); a line wider than maxWidth is made smaller. */
export function words(text: string, x: number, y: number, size: number, style: Style = {}): string {
  const { fill = C.navy, face = 'sign', anchor = 'middle', maxWidth = Infinity, turn = 0 } = style
  const { letters, width } = typeset(text, face)
  const scale = Math.min(size / EM, maxWidth / width)
  const shift = { start: 0, middle: -width / 2, end: -width }[anchor]
  const rotate = turn ? ` rotate(${turn})` : ''
  const zoom = Math.round(scale * 1e5) / 1e5
  return `<g fill="${fill}" transform="translate(${round(x)} ${round(y)})${rotate} scale(${zoom}) translate(${shift} 0)">${letters}</g>`
}
