// Parts of cells that several formats write alike.

/** Words between commas, each once; an escaped comma is text. */
export const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/(?<!\\),/)
      .map((part) => part.replaceAll('\\,', ',').trim())
      .filter(Boolean)
  )
]

/** `Clothing > Hoodies, Sale` as its words: Clothing, Hoodies, Sale. */
export const pathWords = (paths: readonly string[]): string[] => [
  ...new Set(
    paths
      .flatMap((path) => path.split('>'))
      .map((part) => part.trim())
      .filter(Boolean)
  )
]

/** The last word of the first path. */
export const lastWord = (paths: readonly string[]): string => paths[0]?.split('>').at(-1)?.trim() ?? ''

const GRAMS: Record<string, number> = {
  kg: 1000,
  g: 1,
  gr: 1,
  mg: 0.001,
  lb: 453.59237,
  lbs: 453.59237,
  oz: 28.349523125
}

/** A weight as grams to be read; one whose number or unit is unknown is left as it stands, to be refused. */
export function gramsText(text: string, unit: string): string {
  const factor = GRAMS[unit.toLowerCase()]
  const plain = /^\d+(?:[.,]\d+)?$/.exec(text)
  if (!factor || !plain) return text
  return String(Math.round(Number(text.replace(',', '.')) * factor))
}

/** Addresses in one cell, by commas or lines; a comma inside an address stays when no new address follows it. */
export const addressesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n|]|\s*,\s*(?=(?:https?:)?\/\/|$)/i)
      .map((part) => part.trim())
      .filter(Boolean)
  )
]

type Sale = { price: string; compareAt: string; later: boolean }

/** What a thing costs now, given its usual and its reduced price and when the reduction holds. */
export function saleNow(usual: string, reduced: string, held: { from?: Date; to?: Date }, now: Date): Sale {
  if (!reduced) return { price: usual, compareAt: '', later: false }
  if (!usual) return { price: reduced, compareAt: '', later: false }
  const over = held.to !== undefined && held.to <= now
  const later = held.from !== undefined && held.from > now && !over
  return over || later
    ? { price: usual, compareAt: '', later }
    : { price: reduced, compareAt: usual, later: false }
}

/** A moment as files write it; a day alone begins at midnight, or with `end` lasts until the next. */
export function momentOf(text: string, end = false): Date | undefined {
  const trimmed = text.trim()
  if (!/^\d{4}-\d{2}-\d{2}/.test(trimmed)) return undefined
  const day = /^\d{4}-\d{2}-\d{2}$/.test(trimmed)
  const spelled = trimmed
    .replace(/\s+(?=[+-]\d|Z)/, '')
    .replace(' ', 'T')
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2')
  const zoned = /(?:Z|[+-]\d{2}:\d{2})$/i.test(spelled) || day ? spelled : `${spelled}Z`
  const time = Date.parse(zoned)
  if (Number.isNaN(time)) return undefined
  return new Date(time + (day && end ? 86_400_000 : 0))
}

/** Words without marks as paragraphs; what has marks of its own stays. */
export function htmlOf(text: string): string {
  if (!text || /<(p|div|ul|ol|br|table|h\d|section)\b/i.test(text)) return text
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`)
    .join('')
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
