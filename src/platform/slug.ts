const MARKS = /\p{M}+/gu
const LETTERS: Record<string, string> = { ø: 'o', æ: 'ae', å: 'a', ß: 'ss', ð: 'd', þ: 'th', ł: 'l' }

/** The first words of a text as part of an address: lower case, plain letters, at most 48 characters. */
export function slugOf(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[øæåßðþł]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (plain.length <= 48) return plain
  return plain
    .slice(0, 49)
    .replace(/-[^-]*$/, '')
    .slice(0, 48)
}
