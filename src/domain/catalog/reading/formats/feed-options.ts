import type { CsvRecord } from '../records.ts'
import type { Feed } from './feed-columns.ts'
import type { Said } from './format.ts'

const ATTRIBUTES = ['color', 'size', 'material', 'pattern', 'gender', 'ageGroup'] as const
const NAMED: Record<(typeof ATTRIBUTES)[number], string> = {
  color: 'Color',
  size: 'Size',
  material: 'Material',
  pattern: 'Pattern',
  gender: 'Gender',
  ageGroup: 'Age group'
}

/** A product's title, its options' names, and what each item chooses of them. */
export type Choices = { title: string; choices: { names: string[]; said(record: CsvRecord): Said } }

/**
 * What the items of one product differ in is what a buyer chooses. Where no attribute tells them apart, the end of
 * their titles does, or their ids.
 */
export function optionsOf(feed: Feed, records: readonly CsvRecord[]): Choices {
  const titles = records.map((record) => feed.cell(record, 'title'))
  const title = sharedStart(titles)
  if (records.length < 2) return { title, choices: { names: [], said: () => ({}) } }
  const all = records.map((record) => attributesOf(feed, record))
  const names = [...new Set(all.flatMap((attributes) => [...attributes.keys()]))]
  const varying = names.filter(
    (name) => new Set(all.map((attributes) => attributes.get(name) ?? '')).size > 1
  )
  const told = all.map((attributes) => varying.map((name) => attributes.get(name) ?? ''))
  if (new Set(told.map((values) => values.join('\0'))).size === records.length)
    return { title, choices: { names: varying, said: saidBy(varying, records, told) } }
  const ends = titles.map((text) => [text.slice(title.length).replace(/^[\s\-–—:,/(|]+|[\s)]+$/g, '')])
  const apart = new Set(ends.flat()).size === records.length && ends.every(([end]) => end)
  const values = apart ? ends : records.map((record) => [feed.cell(record, 'id')])
  return { title, choices: { names: ['Variant'], said: saidBy(['Variant'], records, values) } }
}

function saidBy(names: readonly string[], records: readonly CsvRecord[], values: readonly string[][]) {
  const byRow = new Map(records.map((record, index) => [record.row, values[index] ?? []]))
  return (record: CsvRecord): Said => {
    const said: Said = {}
    names.forEach((name, index) => {
      const slot = (index + 1) as 1 | 2 | 3
      said[`optionName${slot}`] = name
      said[`optionValue${slot}`] = byRow.get(record.row)?.[index] ?? ''
    })
    return said
  }
}

function attributesOf(feed: Feed, record: CsvRecord): Map<string, string> {
  const found = new Map<string, string>()
  for (const name of ATTRIBUTES) {
    const value = feed.cell(record, name)
    if (value) found.set(NAMED[name], value)
  }
  for (const pair of feed.cell(record, 'moreOptions').split(/[,\n]/)) {
    const [name = '', ...rest] = pair.split(':')
    const value = rest.join(':').trim()
    if (name.trim() && value) found.set(name.trim(), value)
  }
  const named = feed.cell(record, 'variantNames').split(',')
  const values = feed.cell(record, 'variantValues').split(',')
  named.forEach((name, index) => {
    const value = values[index]?.trim()
    if (name.trim() && value) found.set(name.trim(), value)
  })
  return found
}

/** The words that all titles begin with; the first title where they share none. */
function sharedStart(titles: readonly string[]): string {
  const [first = '', ...others] = titles
  const words = first.split(/(?=\s)/)
  while (words.length && !others.every((title) => startsWith(title, words.join('')))) words.pop()
  const shared = words.join('').replace(/[\s\-–—:,/(|]+$/, '')
  return shared || first
}

const startsWith = (title: string, start: string): boolean =>
  title.startsWith(start) && !/[\p{L}\p{N}]/u.test(title.charAt(start.length))
