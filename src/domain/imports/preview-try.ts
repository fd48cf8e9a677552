import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { saveMany, type ReadProduct } from '#domain/catalog/index.ts'
import { transact } from '#platform/database/index.ts'
import { refused } from '#platform/outcome.ts'
import { draftInput } from './draft-input.ts'
import { withHandles } from './find-handles.ts'
import type { Run } from './import.ts'
import type { Unit } from './preview-read.ts'
import { saveRecords, type RecordChange } from './records/save-records.ts'
import { shownRecord } from './records/shown-record.ts'
import { remarkOn, type Remark } from './remarks.ts'

/** One product as it would become. Prices are minor units; stock is null where nothing is counted. */
export type PreviewLine = {
  row: number
  handle: string | null
  title: string | null
  /** What else tells it from others: a buyer's name, what a coupon takes off. */
  about: string | null
  change: 'created' | 'updated' | 'unchanged' | 'refused'
  price: { from: number; to: number } | null
  stock: number | null
  variants: number
  pictures: number
  remarks: { code: string; detail: string | null; field: string | null; notice: boolean }[]
}

/** Saves what was read as an import would, in a transaction that is then undone, and tells what came of each. */
export async function tryOut(ctx: Context, run: Run, units: readonly Unit[]): Promise<PreviewLine[]> {
  const products = units.flatMap(({ product }) => product ?? [])
  if (run.kind !== 'products') return tryRecords(ctx, run, units)
  const came = new Map<ReadProduct, Came>()
  if (products.length) {
    await transact(ctx.db, async (tx) => {
      await sql`select 1 from shops where shop_id = ${run.shopId} for no key update`.execute(tx)
      const named = await withHandles(tx, run.shopId, products)
      const first = named.filter((one, at) => named.findIndex(sameHandle(one)) === at)
      const actor: Actor = { shopId: run.shopId, role: 'system', memberId: run.startedBy, visitor: null }
      const { outcomes } = await saveMany(ctx, tx, actor, first.map(({ draft }) => ({
        handle: draft.handle,
        input: (existing) => draftInput(draft, { ...run, adds: false }, existing)
      }))) // prettier-ignore
      for (const [at, product] of products.entries()) {
        const outcome = outcomes[first.indexOf(named[at]!)]
        came.set(product, !outcome ? { change: 'updated' } : outcome.ok ? { change: outcome.value.change } : { change: 'refused', why: remarkOn(product, outcome) }) // prettier-ignore
      }
      return refused('only_tried')
    })
  }
  return units.map((unit) => lineOf(unit, unit.product && came.get(unit.product)))
}

type Came = { change: PreviewLine['change']; why?: Remark }

const sameHandle =
  ({ draft }: ReadProduct) =>
  (other: ReadProduct) =>
    other.draft.handle === draft.handle

function lineOf({ product, row, handle, remarks }: Unit, came: Came | undefined): PreviewLine {
  const variants = product?.draft.variants ?? []
  const prices = variants.map(({ priceMinor }) => priceMinor)
  const counted = variants.filter(({ tracked }) => tracked)
  const told = came?.why ? [...remarks, came.why] : remarks
  return {
    row,
    handle: handle ?? null,
    title: product?.draft.title ?? null,
    about: null,
    change: came?.change ?? 'refused',
    price: prices.length ? { from: Math.min(...prices), to: Math.max(...prices) } : null,
    stock: counted.length ? counted.reduce((sum, one) => sum + (one.inventoryQuantity ?? 0), 0) : null,
    variants: variants.length,
    pictures: product?.draft.images.length ?? 0,
    remarks: told.map(({ kind, code, detail, column }) => ({
      code,
      detail: detail ?? null,
      field: column ?? null,
      notice: kind === 'notice'
    }))
  }
}

async function tryRecords(ctx: Context, run: Run, units: readonly Unit[]): Promise<PreviewLine[]> {
  const records = units.flatMap(({ record }) => record ?? [])
  const first = records.filter((one, at) => records.findIndex(({ name }) => name === one.name) === at)
  let changes: readonly RecordChange[] = []
  await transact(ctx.db, async (tx) => {
    await sql`select 1 from shops where shop_id = ${run.shopId} for no key update`.execute(tx)
    changes = (await saveRecords(ctx, tx, run, first)).changes
    return refused('only_tried')
  })
  return units.map((unit) => {
    const { record } = unit
    const line = lineOf(unit, record && { change: changes[first.indexOf(record)] ?? 'updated' })
    return record ? { ...line, ...shownRecord(run, record.value) } : line
  })
}
