const WORDS = 8
const LONGEST = 60

/**
 * What someone typed as a tsquery of the 'simple' configuration: every word, by its beginning, in any order. Undefined
 * when there is no word in it. Only letters and digits pass, so nothing typed is ever syntax.
 */
export function prefixQuery(typed: string): string | undefined {
  const words =
    typed
      .toWellFormed()
      .normalize('NFC')
      .toLowerCase()
      .slice(0, 500)
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length === 0) return undefined
  return words
    .slice(0, WORDS)
    .map((word) => `'${word.slice(0, LONGEST)}':*`)
    .join(' & ')
}
