const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }

/** What our own sanitised HTML says, as one line without tags. */
export const textOfHtml = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => NAMED[name]!)
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The beginning of a text, cut between words; an ellipsis says that there is more. Counted in letters as people see them. */
export function beginningOf(text: string, most: number): string {
  const letters = [...new Intl.Segmenter().segment(text.slice(0, most * 8))].map(({ segment }) => segment)
  if (letters.length <= most) return text
  const cut = letters.slice(0, most - 1).join('')
  return `${cut.replace(/\s+\S{0,20}$/u, '')}…`
}
