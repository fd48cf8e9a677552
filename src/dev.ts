import type { IncomingMessage, ServerResponse } from 'node:http'
import { wantsApi } from '#api/index.ts'
import { listenApi } from '#api/listen.ts'
import { readConfig } from '#config'
import { folderOf } from './build-folder.ts'
import { openContext } from './start.server.ts'
import { startWorker } from '#worker/index.ts'

let starting: Promise<void> | undefined

/** What `vite dev` runs before Kit: the same context, worker and API as in production. */
export async function handleDev(req: IncomingMessage, res: ServerResponse, next: () => void): Promise<void> {
  starting ??= start()
  await starting
  if (wantsApi(req.url ?? '/', req.method)) listenApi(() => next())(req, res)
  else next()
}

async function start(): Promise<void> {
  const { ctx, databaseUrl, closers } = await openContext(readConfig(), folderOf('migrations'))
  closers.add('worker', await startWorker(ctx, databaseUrl))
  process.once('SIGTERM', () => void closers.closeAll(() => {}).then(() => process.exit(0)))
}
