import type { Generation } from './columns.ts'
import { createDecoder } from './decode.ts'
import { detectEncoding } from './encoding.ts'
import type { Encoding } from './encoding.ts'
import { refuseByBytes, refuseByText } from './file-kind.ts'
import { guessFormat } from './formats/index.ts'
import type { FormatName } from './formats/index.ts'
import { readHeader } from './header.ts'
import type { FileProblemCode } from './items.ts'
import { isBlank } from './rows.ts'
import { nextLine, scanRecord } from './scan.ts'
import type { Dialect } from './scan.ts'
import { xmlEncoding, xmlKind } from './xml/xml-kind.ts'

/** What the beginning of a file tells about it; with a `refusal` the rest is only a guess. */
export type Detected = Dialect & {
  encoding: Encoding
  bomLength: number
  /** Undefined when no format we know has such headings. */
  format?: FormatName
  xml: boolean
  headings: string[]
  generation?: Generation
  /** The first line is Excel's `sep=;`, not the header. */
  separatorLine: boolean
  refusal?: FileProblemCode
}

/** How much of the file `detect` looks at. */
export const HEAD_BYTES = 65_536

const DELIMITERS = [',', ';', '\t', '|']

/** Finds encoding, format, delimiter, line ends and the generation of headings from the first bytes of a file. */
export function detect(bytes: Uint8Array): Detected {
  const head = bytes.subarray(0, HEAD_BYTES)
  const guess = detectEncoding(head)
  const named = guess.bomLength ? undefined : xmlEncoding(head)
  if (named && named !== 'unknown') guess.encoding = named
  const text = createDecoder(guess).decode(head.subarray(guess.bomLength), true)
  const kind = xmlKind(text)
  const byBytes = refuseByBytes(head, guess.encoding.startsWith('utf-16'))
  if (kind.xml) {
    const refusal = byBytes ?? (named === 'unknown' ? 'encoding_unknown' : kind.refusal)
    return { ...guess, ...XML, refusal }
  }
  return { ...guess, ...tableIn(text), refusal: byBytes ?? refuseByText(text) }
}

const XML = {
  xml: true,
  format: 'feed' as const,
  headings: [] as string[],
  delimiter: ',',
  newline: '\n' as const,
  separatorLine: false
}

function tableIn(text: string) {
  const separator = /^sep=([^"\w \r\n])\r?[\n\r]/i.exec(text)
  const newline = newlineOf(text)
  const table = separator ? text.slice(nextLine(text, 0, { delimiter: ',', newline })) : text
  const delimiters = separator?.[1] ? [separator[1]] : DELIMITERS
  return {
    ...bestDelimiter(table, newline, delimiters),
    newline,
    separatorLine: Boolean(separator),
    xml: false
  }
}

/** The delimiter under which most headings make sense; if none do, the one that gives most cells. */
function bestDelimiter(text: string, newline: '\n' | '\r', delimiters: string[]) {
  const tries = delimiters.map((delimiter) => {
    const cells = firstCells(text, { delimiter, newline })
    const { format, score } = guessFormat(cells)
    const known = Object.keys(readHeader(cells).columns).length
    return { delimiter, headings: cells, format, score: Math.max(score, known) * 1000 + cells.length }
  })
  const { score: _, ...best } = tries.reduce((one, next) => (next.score > one.score ? next : one))
  return { ...best, generation: readHeader(best.headings).generation }
}

function firstCells(text: string, dialect: Dialect): string[] {
  for (let start = 0; start < text.length;) {
    const scanned = scanRecord(text, start, true, dialect)
    if (scanned && !isBlank(scanned.cells)) return scanned.cells
    start = scanned?.end ?? text.length
  }
  return []
}

/** CR alone (old Macs) only if the first line break outside quotes is one. */
function newlineOf(text: string): '\n' | '\r' {
  const unquoted = text.replace(/"[^"]*"/g, '')
  return /^[^\r\n]*\r(?!\n)/.test(unquoted) ? '\r' : '\n'
}
