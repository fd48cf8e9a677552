/** What a word is made of: in PostgreSQL's expressions, and in ours. */
const LETTERS = { sql: '[:alnum:]', js: String.raw`\p{L}\p{N}` }

/**
 * An expression that finds an address in lower case, and not in another that it ends or begins: joann@x.fi is not
 * ann@x.fi, nor is ann@x.fi.example.
 */
export function addressPattern(address: string, where: keyof typeof LETTERS): string {
  const letter = LETTERS[where]
  const itself = address.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
  return String.raw`(?<![${letter}_.%+-])${itself}(?![${letter}_-]|\.[${letter}])`
}
