/**
 * Our two faces as outlines, so that a picture looks the same on every machine and no font is read at run time.
 * The outlines (Bricolage Grotesque and Hanken Grotesk, OFL-1.1) are checked in; outline-letters.mjs writes them.
 */
export type Face = 'headline' | 'sign' | 'text'
type Outlines = {
  space: number
  glyphs: Record<string, (number | string)[]>
  kerning: Record<string, number>
}
export type Letters = Record<Face, Outlines>

let loading: Promise<Letters> | undefined

/** The outlines, read when they are first needed: half a megabyte that most processes never ask for. */
export const loadLetters = (): Promise<Letters> =>
  (loading ??= import('./outlines.json', { with: { type: 'json' } }).then((file) => file.default as Letters))

/**
 * A text in letters that the face has. Others are replaced by their plain letter, or left out: emoji and scripts we have
 * no outlines for never become boxes.
 */
export function drawable(text: string, { glyphs }: Outlines): string {
  const letters = [...text.normalize('NFC')].map((letter) => {
    if (/\s/.test(letter)) return ' '
    if (Object.hasOwn(glyphs, letter)) return letter
    const [plain = ''] = letter.normalize('NFKD')
    return Object.hasOwn(glyphs, plain) ? plain : ''
  })
  return letters.join('').replace(/ +/g, ' ').trim()
}

/** How wide a line is, in thousandths of an em. */
export function widthOf(line: string, { space, glyphs, kerning }: Outlines): number {
  const letters = [...line]
  return letters.reduce((sum, letter, i) => {
    const pair = kerning[`${letters[i - 1] ?? ''}${letter}`] ?? 0
    return sum + pair + (letter === ' ' ? space : Number(glyphs[letter]?.[0] ?? 0))
  }, 0)
}

/** A line's letters side by side as SVG, its baseline on (x, y); the text must be drawable. */
export function drawLine(
  line: string,
  outlines: Outlines,
  { x, y, size }: { x: number; y: number; size: number }
): string {
  const { space, glyphs, kerning } = outlines
  const letters = [...line]
  let at = 0
  const paths = letters.map((letter, i) => {
    at += kerning[`${letters[i - 1] ?? ''}${letter}`] ?? 0
    const [width = 0, d] = letter === ' ' ? [space, ''] : (glyphs[letter] ?? [])
    const path = d ? `<path transform="translate(${at})" d="${d}"/>` : ''
    at += Number(width)
    return path
  })
  return `<g transform="translate(${x} ${y}) scale(${size / 1000})">${paths.join('')}</g>`
}

/**
 * Breaks a text into at most `most` lines of `width` pixels. A word too long for a line is cut; so is the text, with an
 * ellipsis.
 */
export function breakLines(
  text: string,
  outlines: Outlines,
  { size, width, most }: { size: number; width: number; most: number }
): { lines: string[]; whole: boolean } {
  const fits = (line: string) => (widthOf(line, outlines) * size) / 1000 <= width
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((one) => piecesOf(one, fits))) {
    const longer = line ? `${line} ${word}` : word
    if (fits(longer)) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  if (line) lines.push(line)
  if (lines.length <= most) return { lines, whole: true }
  return { lines: [...lines.slice(0, most - 1), cut(lines[most - 1] ?? '', fits)], whole: false }
}

function piecesOf(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word]
  const letters = [...word]
  let end = letters.length
  while (end > 1 && !fits(`${letters.slice(0, end).join('')}-`)) end--
  return [`${letters.slice(0, end).join('')}-`, ...piecesOf(letters.slice(end).join(''), fits)]
}

/** Cut between words where that leaves more than half of the line. */
function cut(line: string, fits: (line: string) => boolean): string {
  let letters = [...line]
  while (letters.length && !fits(`${letters.join('').trimEnd()}…`)) letters = letters.slice(0, -1)
  const space = letters.lastIndexOf(' ')
  const isWithin = letters.length < line.length && line[letters.length] !== ' '
  const kept = isWithin && space > letters.length / 2 ? letters.slice(0, space) : letters
  return `${kept.join('').replace(/[ ,.;:–-]+$/, '')}…`
}
