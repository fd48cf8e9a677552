// What the tests of this noun share: files made of products, and an import from upload to end.
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { CLASSIC, csv } from '#domain/catalog/reading/testing.ts'
import { findImport, runImport, startImport, type ImportView } from './index.ts'

export type Cells = Record<string, string>

export const tee = (n: number, cells: Cells = {}): Cells => ({
  Handle: `tee-${n}`,
  Title: `Tee ${n}`,
  'Variant SKU': `TEE-${n}`,
  'Variant Price': '34.00',
  'Variant Inventory Tracker': 'shopify',
  'Variant Inventory Qty': '5',
  ...cells
})

export const file = (rows: Cells[]): string => csv(CLASSIC, rows)
export const tees = (count: number): string => file(Array.from({ length: count }, (_, i) => tee(i + 1)))

/** As many products, each long enough that a few hundred of them are several slabs of the file. */
export const longTees = (count: number): string =>
  file(Array.from({ length: count }, (_, i) => tee(i + 1, { 'Body (HTML)': 'Soft cotton. '.repeat(220) })))

export async function* body(text: string | Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Keeps a file without running it. */
export async function upload(ctx: Context, actor: Actor, text: string | Uint8Array, overwriteStock = false) {
  const started = await startImport(ctx, actor, {
    name: 'C:\\shop\\products.csv',
    body: body(text),
    overwriteStock
  })
  if (!started.ok) throw new Error(started.refusal)
  return started.value.id
}

/** Keeps a file to be looked at. */
export async function lookAt(ctx: Context, actor: Actor, text: string | Uint8Array) {
  const started = await startImport(ctx, actor, { name: 'goods.csv', body: body(text), look: true })
  if (!started.ok) throw new Error(started.refusal)
  return started.value.id
}

/** Brings a file in, as the worker would. */
export async function bringIn(
  ctx: Context,
  actor: Actor,
  text: string | Uint8Array,
  overwriteStock = false
): Promise<ImportView> {
  const id = await upload(ctx, actor, text, overwriteStock)
  await runImport(ctx, actor.shopId, id)
  return (await findImport(ctx, actor.shopId, id))!
}
