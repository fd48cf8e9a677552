import { freshDatabase } from '../database.ts'
import { dataFolder, startServer, type RunningServer } from '../server.ts'

/** A database of this journey's own, and servers on it. */
export async function ownMarket() {
  const [database, data] = [await freshDatabase(), dataFolder()]
  const servers: RunningServer[] = []
  const settings = { DATABASE_URL: database.url, DATA_DIR: data.path }
  return {
    settings,
    start: async (env: Record<string, string> = {}): Promise<RunningServer> => {
      const server = await startServer({ ...settings, ...env })
      servers.push(server)
      return server
    },
    close: async () => {
      await Promise.all(servers.map((server) => server.stop()))
      await database.drop()
      await data.remove()
    }
  }
}
