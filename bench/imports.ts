import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '#context'
import { findImport, startImport } from '#domain/imports/index.ts'
import { factories } from '#test/factories/index.ts'
import type { Figures } from './figures.ts'
import { onPostgres } from './tools/stand.ts'

const ROWS = 100_000
const VARIANTS = 4

/**
 * Files of 100,000 rows, read by the worker: Shopify's 25,000 products in four sizes each; WooCommerce's 20,000 whose four
 * variations stand behind all of them, so that rows are sorted on the disk; an XML feed of 100,000 products.
 */
export async function imports(): Promise<Figures> {
  const shopify = await measured(goods(), ROWS / VARIANTS)
  const woo = await measured(scattered(), ROWS / (VARIANTS + 1))
  const xml = await measured(feed(), ROWS)
  return {
    ...shopify,
    wooPerSecond: woo.rowsPerSecond,
    wooPeakMb: woo.peakMb,
    feedPerSecond: xml.rowsPerSecond,
    feedPeakMb: xml.peakMb
  }
}

type Measured = { rowsPerSecond: number; peakMb: number }

const measured = (body: AsyncIterable<Uint8Array>, products: number): Promise<Measured> =>
  onPostgres(({ inside, serve }) =>
    inside(async (ctx) => {
      const given = await factories(ctx)
      const started = await startImport(ctx, await given.owner(), { name: 'goods.csv', body })
      if (!started.ok) throw new Error(started.refusal)
      return serve(
        async ({ process: worker }) => {
          const from = performance.now()
          await finish(ctx, given.shopId, started.value.id, products)
          const seconds = (performance.now() - from) / 1_000
          return { rowsPerSecond: Math.round(ROWS / seconds), peakMb: peakMb(worker.pid!) }
        },
        { ROLE: 'worker' }
      )
    })
  )

async function* goods(): AsyncGenerator<Uint8Array> {
  yield Buffer.from(
    'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Inventory Qty\n'
  )
  for (let n = 0; n < ROWS / VARIANTS; n++) {
    const lines = ['S', 'M', 'L', 'XL'].map(
      (size, i) => `tee-${n},${i ? '' : `Tee ${n}`},${i ? '' : 'Size'},${size},T${n}-${size},34.00,5\n`
    )
    yield Buffer.from(lines.join(''))
  }
}

async function* scattered(): AsyncGenerator<Uint8Array> {
  const products = ROWS / (VARIANTS + 1)
  yield Buffer.from(
    'ID,Type,SKU,Name,Published,In stock?,Stock,Regular price,Parent,Attribute 1 name,Attribute 1 value(s)\n'
  )
  for (let n = 0; n < products; n++)
    yield Buffer.from(`${n},variable,P${n},Tee ${n},1,1,,,,Size,"S, M, L, XL"\n`)
  for (const size of ['S', 'M', 'L', 'XL'])
    for (let n = 0; n < products; n++)
      yield Buffer.from(`,variation,P${n}-${size},Tee ${n} - ${size},1,1,5,34.00,P${n},Size,${size}\n`)
}

async function* feed(): AsyncGenerator<Uint8Array> {
  yield Buffer.from(
    '<?xml version="1.0"?><rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>'
  )
  for (let n = 0; n < ROWS; n++)
    yield Buffer.from(
      `<item><g:id>T${n}</g:id><title>Tee ${n}</title><description>Soft cotton, made to last.</description>` +
        `<link>https://shop.example/products/tee-${n}</link><g:price>34.00 EUR</g:price>` +
        `<g:availability>in_stock</g:availability><g:brand>Quay</g:brand></item>\n`
    )
  yield Buffer.from('</channel></rss>')
}

async function finish(ctx: Context, shopId: number, id: string, products: number): Promise<void> {
  for (;;) {
    const { state, created } = (await findImport(ctx, shopId, id))!
    if (state === 'done' && created === products) return
    if (!['queued', 'running'].includes(state))
      throw new Error(`the import is ${state} with ${created} products`)
    await pause(100)
  }
}

/** The most memory the process has held at once, as the kernel remembers it. */
const peakMb = (pid: number): number =>
  Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024)
