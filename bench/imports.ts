import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '#context'
import { findImport, startImport } from '#domain/imports/index.ts'
import { factories } from '#test/factories/index.ts'
import type { Figures } from './figures.ts'
import { onPostgres } from './tools/stand.ts'

const ROWS = 100_000
const VARIANTS = 4

/** A file of 100,000 rows, 25,000 products in four sizes each, read by the worker. */
export const imports = (): Promise<Figures> =>
  onPostgres(({ inside, serve }) =>
    inside(async (ctx) => {
      const given = await factories(ctx)
      const started = await startImport(ctx, await given.owner(), { name: 'goods.csv', body: goods() })
      if (!started.ok) throw new Error(started.refusal)
      return serve(
        async ({ process: worker }) => {
          const from = performance.now()
          await finish(ctx, given.shopId, started.value.id)
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

async function finish(ctx: Context, shopId: number, id: string): Promise<void> {
  for (;;) {
    const { state, created } = (await findImport(ctx, shopId, id))!
    if (state === 'done' && created === ROWS / VARIANTS) return
    if (!['queued', 'running'].includes(state))
      throw new Error(`the import is ${state} with ${created} products`)
    await pause(100)
  }
}

/** The most memory the process has held at once, as the kernel remembers it. */
const peakMb = (pid: number): number =>
  Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024)
