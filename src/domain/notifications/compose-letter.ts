import { page, partMarkup } from './letter-html.ts'

/** What a letter is made of, in order. Every text is plain: it is escaped here and nowhere else. */
export type LetterPart =
  | { kind: 'text'; text: string }
  | { kind: 'small'; text: string }
  | { kind: 'button'; label: string; url: string }
  | { kind: 'rows'; rows: readonly { label: string; value: string; strong?: boolean }[] }

export type LetterText = { subject: string; text: string; html: string }

/** Sets a letter in the market's look, and once more in plain text. `shopName` is the sign over it. */
export function composeLetter(
  locale: string,
  shopName: string,
  letter: { subject: string; heading: string; parts: readonly LetterPart[]; foot: string }
): LetterText {
  const { subject, heading, parts, foot } = letter
  return {
    subject: subject.replace(/\s+/g, ' ').trim(),
    text: [heading, ...parts.map(partText), `-- \n${foot}`].join('\n\n') + '\n',
    html: page({ locale, shopName, heading, parts: parts.map(partMarkup), foot })
  }
}

function partText(part: LetterPart): string {
  if (part.kind === 'button') return `${part.label}:\n${part.url}`
  if (part.kind === 'rows') return part.rows.map((row) => `${row.label}: ${row.value}`).join('\n')
  return part.text
}
