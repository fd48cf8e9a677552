import type { TestProject } from 'vitest/node'
import { build } from '../../bin/build.js'
import { dataFolder, startServer } from '../server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    market: string
  }
}

/** One demo market for all journeys: built, seeded from nothing, on a port of its own; or the one at MARKET_URL. */
export default async function openMarket(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.MARKET_URL
  if (given) {
    project.provide('market', given)
    return async () => {}
  }
  build()
  const data = dataFolder()
  const server = await startServer(
    // Pictures small enough to the eye, and soon done: the journeys need the processor.
    { TORILLA_DEMO: '1', AVIF_EFFORT: '0', DATA_DIR: data.path },
    120_000
  )
  project.provide('market', server.url)
  return async () => {
    await server.stop()
    await data.remove()
  }
}
