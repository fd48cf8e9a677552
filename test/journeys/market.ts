import type { TestProject } from 'vitest/node'
import { build } from '../../bin/build.js'
import { dataFolder, startServer } from '../server.ts'
import { PEOPLE, signIn, type Person } from './people.ts'

declare module 'vitest' {
  interface ProvidedContext {
    market: string
    sessions: Record<Person, string>
  }
}

async function provide(project: TestProject, market: string): Promise<void> {
  const people = Object.keys(PEOPLE) as Person[]
  const sessions = await Promise.all(people.map(async (one) => [one, await signIn(market, one)] as const))
  project.provide('market', market)
  project.provide('sessions', Object.fromEntries(sessions) as Record<Person, string>)
}

/**
 * One demo market for all journeys, and a session for each of its people: built, seeded from nothing, on a port of its
 * own; or the one at MARKET_URL.
 */
export default async function openMarket(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.MARKET_URL
  if (given) {
    await provide(project, given)
    return async () => {}
  }
  build()
  const data = dataFolder()
  const server = await startServer(
    // Pictures small enough to the eye, and soon done: the journeys need the processor.
    { TORILLA_DEMO: '1', AVIF_EFFORT: '0', WEBHOOK_LOOPBACK: '1', DATA_DIR: data.path },
    120_000
  )
  await provide(project, server.url)
  return async () => {
    await server.stop()
    await data.remove()
  }
}
