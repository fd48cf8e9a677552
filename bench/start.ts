import { join } from 'node:path'
import { startServer } from '#test/server.ts'
import type { Figures } from './figures.ts'
import { inFolder } from './tools/stand.ts'

const STARTS = 5

/** From the command to the first page that can be asked for: the first time, and the median of five with data. */
export const start = (): Promise<Figures> =>
  inFolder(async (folder) => {
    const data = join(folder, 'data')
    const emptyMs = await startOnce(data)
    const times: number[] = []
    for (let i = 0; i < STARTS; i++) times.push(await startOnce(data))
    return { readyMs: times.sort((a, b) => a - b)[Math.floor(STARTS / 2)]!, emptyMs }
  })

async function startOnce(data: string): Promise<number> {
  const from = performance.now()
  const server = await startServer({ DATA_DIR: data })
  const ready = await fetch(`${server.url}/readyz`)
  const took = performance.now() - from
  await server.stop()
  if (!ready.ok) throw new Error(`/readyz answered ${ready.status}`)
  return Math.round(took)
}
