const SPECIAL = /["\\]/

/**
 * An array in PostgreSQL's own notation, with nothing at all for a column that is empty throughout. Written by hand
 * because a batch has thousands of cells, of which hardly any needs escaping.
 */
export function sqlArray(cells: readonly (string | number | null | undefined)[]): string {
  let text = ''
  let empty = true
  for (const cell of cells) {
    if (cell === null || cell === undefined) text += ',NULL'
    else {
      empty = false
      text += typeof cell === 'string' ? `,"${SPECIAL.test(cell) ? escape(cell) : cell}"` : `,${cell}`
    }
  }
  return empty ? '{}' : `{${text.slice(1)}}`
}

const escape = (cell: string) => cell.replaceAll(/["\\]/g, '\\$&')
