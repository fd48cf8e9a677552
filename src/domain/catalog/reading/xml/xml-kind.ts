import type { Encoding } from '../encoding.ts'
import type { FileProblemCode } from '../items.ts'

const ROOTS = /^(rss|feed|rdf:rdf|channel)$/i
/** Read as the bytes suggest, whatever the declaration says: the guess is better than many a declaration. */
const GUESSED = /^(utf-?8|us-ascii|ascii|iso-?8859-1|latin-?1|windows-1252|cp1252|utf-16(le|be)?)$/i

export type XmlKind = { xml: boolean; refusal?: FileProblemCode }

/** Whether a text is XML, and one that can be a feed. */
export function xmlKind(text: string): XmlKind {
  const start = text.trimStart()
  const declared = /^<\?xml\b/i.test(start)
  const { root, doctype } = rootOf(start)
  if (!declared && !ROOTS.test(root)) return { xml: false }
  if (/^html$/i.test(root) || /^<!doctype\s+html\b/i.test(doctype)) return { xml: true, refusal: 'html_file' }
  if (doctype) return { xml: true, refusal: 'xml_doctype' }
  return ROOTS.test(root) ? { xml: true } : { xml: true, refusal: 'unknown_xml' }
}

/** The name of the first element, past declarations and comments. Each step goes forward, so it ends. */
function rootOf(text: string): { root: string; doctype: string } {
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('<', at)
    if (open < 0) break
    if (text.startsWith('<!--', open)) at = after(text, '-->', open)
    else if (text.startsWith('<?', open)) at = after(text, '?>', open)
    else if (text.startsWith('<!', open)) return { root: '', doctype: text.slice(open, open + 40) }
    else return { root: /^<([\w:.-]{1,50})/.exec(text.slice(open, open + 60))?.[1] ?? '', doctype: '' }
  }
  return { root: '', doctype: '' }
}

function after(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from)
  return end < 0 ? text.length : end + mark.length
}

/** Two-byte letters without a mark, or what the declaration names where a guess would be wrong; `unknown` if nobody reads it. */
export function xmlEncoding(head: Uint8Array): Encoding | 'unknown' | undefined {
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le'
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be'
  const start = Buffer.from(head.subarray(0, 200)).toString('latin1')
  const label = /^<\?xml[^>]*?\bencoding\s*=\s*["']([^"'>]{1,40})["']/i.exec(start)?.[1]
  if (!label || GUESSED.test(label)) return undefined
  try {
    return new TextDecoder(label).encoding as Encoding
  } catch {
    return 'unknown'
  }
}
