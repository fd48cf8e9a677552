import type { Handler } from 'htmlparser2'
import { FEED_HEADINGS, feedHeadingOf } from '../formats/feed-columns.ts'
import type { FileProblemCode } from '../items.ts'
import type { Limits } from '../limits.ts'
import type { CsvRecord } from '../records.ts'
import type { FileFault } from '../source.ts'

/** Deeper than any feed is; beyond it lies only harm. */
const DEPTH = 32
const GOOGLE = 'http://base.google.com/ns/1.0'
const PARTS_JOINED = '\n'

class Refused extends Error {
  readonly code: FileProblemCode
  constructor(code: FileProblemCode) {
    super(code)
    this.code = code
  }
}

export type ItemReader = {
  handler: Partial<Handler>
  /** Runs a step of the parser; answers why the file is refused, if it is. */
  reading(step: () => void): FileFault | undefined
  /** The items that were completed since the last call. */
  taken(): CsvRecord[]
  /** Whether the file ends where it should. */
  ended(): FileFault | undefined
}

/** Collects RSS `item`s and Atom `entry`s as rows of FEED_HEADINGS; what belongs to no item is passed over. */
export function itemReader(limits: Limits): ItemReader {
  const path: string[] = []
  let prefixes = new Set(['g'])
  let done: CsvRecord[] = []
  let row = 1
  let open: Item | undefined
  let silent = 0
  let rooted = false

  function heard(): void {
    silent = 0
  }

  const handler: Partial<Handler> = {
    onprocessinginstruction(name) {
      heard()
      if (name.toLowerCase().startsWith('!doctype') || name.toLowerCase().startsWith('!entity'))
        throw new Refused('xml_doctype')
    },
    onopentag(name, attributes) {
      heard()
      path.push(name)
      if (path.length > DEPTH) throw new Refused('xml_too_deep')
      if (!rooted) prefixes = googlePrefixes(attributes, prefixes)
      rooted = true
      const item = /^(item|entry)$/i.test(localName(name))
      // An item within an item: the first was never closed, and would swallow all that follow.
      if (item && open) throw new Refused('xml_broken')
      if (item) open = newItem(++row, path.length)
      else if (open) begin(open, path, name, attributes, prefixes)
    },
    ontext(text) {
      heard()
      if (open) addText(open, text, limits)
    },
    oncomment: heard,
    onclosetag() {
      heard()
      path.pop()
      if (open && path.length < open.depth) {
        done.push(rowOf(open))
        open = undefined
      } else if (open && path.length < open.depth + 1) finish(open)
    }
  }

  function reading(step: () => void): FileFault | undefined {
    try {
      silent++
      step()
      // A megabyte without an event: one endless tag, attribute or comment.
      if (silent > 16) throw new Refused('xml_broken')
      return undefined
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return { code: error.code, row }
    }
  }

  function taken(): CsvRecord[] {
    const items = done
    done = []
    return items
  }

  const ended = (): FileFault | undefined =>
    path.length || !rooted ? { code: 'xml_broken', row } : undefined

  return { handler, reading, taken, ended }
}

type Item = {
  row: number
  depth: number
  cells: string[]
  /** From an element of the feed's own namespace, which goes before others of the same name. */
  sure: boolean[]
  column: number
  own: boolean
  text: string
  size: number
  full: boolean
}

const newItem = (row: number, depth: number): Item => ({
  row,
  depth,
  cells: FEED_HEADINGS.map(() => ''),
  sure: FEED_HEADINGS.map(() => false),
  column: -1,
  own: false,
  text: '',
  size: 0,
  full: false
})

/** An element of the item, or `image > url` within one. */
function begin(
  item: Item,
  path: readonly string[],
  name: string,
  attributes: Record<string, string>,
  prefixes: ReadonlySet<string>
): void {
  const level = path.length - item.depth
  if (level === 1) {
    const [prefix, local] = name.includes(':') ? [name.split(':')[0]!, localName(name)] : ['', name]
    item.own = prefixes.has(prefix)
    item.column = prefix === '' || item.own ? feedHeadingOf(local) : -1
    item.text = ''
    if (/^link$/i.test(local) && attributes.href && !/^(self|edit|enclosure)$/.test(attributes.rel ?? ''))
      item.text = attributes.href
  } else if (level === 2 && !/^(url|link)$/i.test(localName(name)) && item.text === '') item.column = -1
}

function addText(item: Item, text: string, limits: Limits): void {
  item.size += text.length
  if (item.size > limits.record) item.full = true
  if (item.column >= 0 && !item.full) item.text += text
}

function finish(item: Item): void {
  const { column, own } = item
  const text = item.text.trim()
  item.column = -1
  item.text = ''
  if (column < 0 || !text) return
  const before = item.cells[column]
  if (!before || (own && !item.sure[column])) item.cells[column] = text
  else if (REPEATED.has(column)) item.cells[column] = before + PARTS_JOINED + text
  item.sure[column] ||= own
}

const REPEATED = new Set(
  ['additional_image_link', 'product_type', 'additional_variant_attribute'].map((name) =>
    FEED_HEADINGS.indexOf(name)
  )
)

const rowOf = ({ row, cells, size, full }: Item): CsvRecord => ({
  row,
  cells,
  size,
  fault: full ? 'cell_too_large' : undefined
})

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** What the root calls Google's namespace; `g` where it says nothing. */
function googlePrefixes(attributes: Record<string, string>, otherwise: Set<string>): Set<string> {
  const found = Object.entries(attributes).flatMap(([name, value]) =>
    name.startsWith('xmlns:') && value.replace('https:', 'http:').replace(/\/$/, '') === GOOGLE
      ? name.slice(6)
      : []
  )
  return found.length ? new Set([...found, ...otherwise]) : otherwise
}
