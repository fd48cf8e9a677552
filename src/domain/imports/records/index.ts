// Files that are no product files: how each kind is known, read and saved.
import { reading } from '#domain/catalog/index.ts'
import { coupons } from './coupons.ts'
import { customers } from './customers.ts'
import { orders } from './orders.ts'

export const KINDS = ['products', 'coupons', 'customers', 'orders'] as const
export type ImportKind = (typeof KINDS)[number]

const RECORDS = [orders, customers, coupons] as readonly reading.RecordKind<unknown>[]

export const findRecordKind = (kind: ImportKind): reading.RecordKind<unknown> | undefined =>
  RECORDS.find(({ name }) => name === kind)

/** What a column of such a file can be said to be, in the order it is offered. */
export const fieldsOf = (kind: ImportKind): readonly string[] =>
  findRecordKind(kind)?.fields ?? reading.MAPPABLE

/** What a file holds, as far as its headings tell: what most of them belong to. */
export function kindOf(found: Pick<reading.Detected, 'headings' | 'xml'>): ImportKind {
  if (found.xml) return 'products'
  const headings = found.headings.map((heading) => heading.trim())
  const best = RECORDS.map((one) => ({ name: one.name, score: one.score(headings) })).reduce((one, next) =>
    next.score > one.score ? next : one
  )
  return best.score > reading.guessFormat(headings).score ? best.name : 'products'
}
