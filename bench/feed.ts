import type { RunningServer } from '#test/server.ts'
import type { Figures } from './figures.ts'
import { countStatements } from './tools/count-statements.ts'
import { load } from './tools/load.ts'
import { openMarket } from './tools/market.ts'
import { cpuMs, familyOf } from './tools/processes.ts'
import { onPostgres, type Stand } from './tools/stand.ts'

const CONNECTIONS = 16
const WARM_SECONDS = 2
const SECONDS = 4

/** The feed page, 24 posts from the database with pictures, tags and counts, signed out and signed in. */
export const feed = (): Promise<Figures> =>
  onPostgres(async (stand) => {
    const { member } = await stand.inside(openMarket)
    const signedOut = { cookie: '' }
    const signedIn = { cookie: member }
    return {
      ...named('out', await stand.serve((server) => measure(stand, server, signedOut))),
      ...named('in', await stand.serve((server) => measure(stand, server, signedIn))),
      outStatements: await statements(stand, signedOut),
      inStatements: await statements(stand, signedIn)
    }
  })

type Headers = Record<string, string>

async function measure({ postgresPid }: Stand, server: RunningServer, headers: Headers): Promise<Figures> {
  const { url } = server
  await expectTheFeed(url, headers)
  await load({ url, headers, connections: CONNECTIONS, seconds: WARM_SECONDS })
  const node = [server.process.pid!]
  const before = [cpuMs(node), cpuMs(familyOf(postgresPid))] as const
  const { requests, perSecond, p50, p99, refused } = await load({
    ...{ url, headers, connections: CONNECTIONS, seconds: SECONDS }
  })
  if (refused) throw new Error(`${refused} of ${requests} pages were refused`)
  const ours = cpuMs(node) - before[0]
  const database = cpuMs(familyOf(postgresPid)) - before[1]
  return {
    PerSecond: Math.round(perSecond),
    P50Ms: p50,
    P99Ms: p99,
    CpuMs: round(ours / requests),
    CpuWithPostgresMs: round((ours + database) / requests)
  }
}

const round = (value: number): number => Number(value.toFixed(2))

const named = (prefix: string, figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [prefix + name, value]))

async function expectTheFeed(url: string, headers: Headers): Promise<void> {
  const response = await fetch(url, { headers })
  const posts = (await response.text()).split('<article').length - 1
  if (!response.ok || posts < 24) throw new Error(`the feed answered ${response.status} with ${posts} posts`)
}

/** Statements of one page, counted on the wire; the middle of ten pages, since some things are remembered for a while. */
async function statements({ databaseUrl, folder, serve }: Stand, headers: Headers): Promise<number> {
  const wire = await countStatements(databaseUrl, folder)
  try {
    return await serve(
      async ({ url }) => {
        const counts: number[] = []
        await expectTheFeed(url, headers)
        for (let page = 0; page < 10; page++) {
          const before = wire.count()
          await expectTheFeed(url, headers)
          counts.push(wire.count() - before)
        }
        return counts.sort((a, b) => a - b)[5]!
      },
      { DATABASE_URL: wire.url }
    )
  } finally {
    wire.close()
  }
}
