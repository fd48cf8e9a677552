import type { TestProject } from 'vitest/node'
import { build } from '../../bin/build.js'
import { dataFolder, startServer } from '../server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    market: string
  }
}

/** One demo market for all journeys: built, seeded from nothing, on a port of its own. */
export default async function openMarket(project: TestProject): Promise<() => Promise<void>> {
  build()
  const data = dataFolder()
  const server = await startServer({ TORILLA_DEMO: '1', DATA_DIR: data.path }, 120_000)
  project.provide('market', server.url)
  return async () => {
    await server.stop()
    await data.remove()
  }
}
