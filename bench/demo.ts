import { join } from 'node:path'
import { startServer } from '#test/server.ts'
import type { Figures } from './figures.ts'
import { inFolder } from './tools/stand.ts'

const PATIENCE_MS = 180_000

/** The demo from an empty folder to the first page, with its whole history seeded. */
export const demo = (): Promise<Figures> =>
  inFolder(async (folder) => {
    const from = performance.now()
    const server = await startServer({ TORILLA_DEMO: '1', DATA_DIR: join(folder, 'data') }, PATIENCE_MS)
    const page = await fetch(server.url)
    const took = performance.now() - from
    await server.stop()
    if (!page.ok) throw new Error(`the demo's front page answered ${page.status}`)
    return { openSeconds: Number((took / 1_000).toFixed(1)) }
  })
