import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { readConfig, type Config } from '#config'
import { openDemo } from '#demo/index.ts'
import { setupPath } from '#domain/setup/index.ts'
import { isClaimed } from '#platform/postgres/index.ts'
import { startWorker } from '#worker/index.ts'
import { closeLiveStreams } from '#api/live.ts'
import { folderOf, loadKit } from './build-folder.ts'
import { serve } from './server.ts'
import { openContext, type Started } from './start.server.ts'
import { stopOnSignals } from './stop.ts'

const GRACE_MS = 2_000 // how long answers under way may take when we are asked to stop

/** Starts what ROLE asks for, says where it is open, and stops in order on SIGTERM or SIGINT. */
export async function main(): Promise<void> {
  const config = readConfig()
  if (config.demo && config.demoFresh) await forgetDemo(config.dataDir)
  const lost = Promise.withResolvers<Error>()
  const opening = openContext(config, folderOf('migrations'), lost.resolve)
  const { stop, isStopping } = stopOnSignals(opening)
  const started = await opening
  void lost.promise.then((error) => {
    started.ctx.log.fatal({ error: error.message }, 'PostgreSQL has failed for good')
    return stop(1)
  })
  try {
    await startSurfaces(started)
  } catch (error) {
    if (isStopping()) return // what was being started lost its database: that is what stopping does
    await started.closers.closeAll(() => {})
    throw error
  }
}

/** The demo begins again from nothing, but not under the feet of one that runs. */
async function forgetDemo(dataDir: string): Promise<void> {
  const database = join(dataDir, 'postgres')
  if (existsSync(database) && (await isClaimed(database))) {
    throw new Error(`The demo in ${dataDir} is in use by another Torilla. Stop that one first.`)
  }
  await rm(dataDir, { recursive: true, force: true })
}

async function startSurfaces({ ctx, databaseUrl, closers }: Started): Promise<void> {
  const { config } = ctx
  const demo = config.demo ? await openDemo(ctx, databaseUrl) : undefined
  if (config.role !== 'web') closers.add('worker', await startWorker(ctx, databaseUrl))
  if (config.role === 'worker') return void console.log('Torilla works in the background')
  // Asked before we open: from then on a database that goes away must not end us.
  const setup = await setupPath(ctx)
  const server = await serve(ctx, await loadKit())
  closers.add('http', () => stopServing(server))
  const origin = addressOf(config, server)
  console.log(`Torilla is open at ${origin}`)
  if (demo) console.log(demo.signIns)
  else if (setup) console.log(`Set up your market at ${origin}${setup}`)
}

function addressOf(config: Config, server: Server): string {
  if (config.publicUrl) return config.publicUrl.origin
  const host = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host
  return `http://${host}:${(server.address() as AddressInfo).port}`
}

/** Ends live streams first: an open stream would keep the server up for its whole life. */
async function stopServing(server: Server): Promise<void> {
  closeLiveStreams()
  const closed = new Promise((resolve) => server.close(resolve))
  // A browser keeps its connection after the last answer, and the server would wait for it.
  const idle = setInterval(() => server.closeIdleConnections(), 20)
  const late = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  process.emit('sveltekit:shutdown' as 'exit', 0)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
