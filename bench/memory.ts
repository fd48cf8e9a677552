import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startServer } from '#test/server.ts'
import type { Figures } from './figures.ts'
import { familyOf, memoryMb } from './tools/processes.ts'
import { inFolder } from './tools/stand.ts'

const IDLE_MS = 10_000

/** What web, worker and PostgreSQL hold ten seconds after the start, with nobody there. */
export const memory = (): Promise<Figures> =>
  inFolder(async (folder) => {
    const server = await startServer({ DATA_DIR: join(folder, 'data') })
    try {
      await pause(IDLE_MS)
      const [node, ...database] = familyOf(server.process.pid!)
      return { serverMb: memoryMb([node!]), postgresMb: memoryMb(database) }
    } finally {
      await server.stop()
    }
  })
