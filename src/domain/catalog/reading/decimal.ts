/** An unsigned number as written, sorted out into digits before and after the decimal mark. */
export type Decimal = { negative: boolean; whole: string; fraction: string }

const LONGEST = 40
const SHAPE = /^(\d{1,3}(?:([ '.,])\d{3}(?:\2\d{3})*)?|\d+)(?:([.,])(\d+))?$/

/**
 * Reads `1234.5`, `1,234.50`, `1 234,50`, `1'234.50`, `1.234.567`, `(5)`. Where one mark stands before exactly three
 * digits, a point is a decimal point (Shopify writes so) and a comma groups thousands, unless three decimals are
 * usual (`decimals` is 3): then nobody can tell, and it is `ambiguous`.
 */
export function parseDecimal(text: string, decimals: number): Decimal | 'unreadable' | 'ambiguous' {
  if (text.length > LONGEST) return 'unreadable'
  const { negative, digits } = unsigned(text)
  const match = SHAPE.exec(digits)
  if (!match) return 'unreadable'
  const [, whole = '', group, mark, fraction = ''] = match
  if (mark && mark === group) return 'unreadable'
  const lone = !mark && whole.split(/[.,]/).length === 2
  if (lone && group === ',' && decimals === 3) return 'ambiguous'
  if (lone && (group === '.' || whole.startsWith('0'))) {
    const [before = '', after = ''] = whole.split(/[.,]/)
    return { negative, whole: before, fraction: after }
  }
  return { negative, whole: whole.replace(/[ '.,]/g, ''), fraction }
}

/** Accountants write a negative number in brackets, some systems put the minus behind. */
function unsigned(text: string): { negative: boolean; digits: string } {
  const plain = text
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replace(/\u2019/g, "'")
    .replace(/[\u2212\u2013]/g, '-')
    .trim()
  const inner = /^\((.*)\)$/.exec(plain)?.[1] ?? /^-(.*)$/.exec(plain)?.[1] ?? /^(.*)-$/.exec(plain)?.[1]
  const digits = (inner ?? plain).trim().replace(/^([.,]\d+)$/, '0$1')
  return { negative: inner !== undefined, digits }
}
