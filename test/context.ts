import { readConfig } from '#config'
import type { Context } from '#context'
import { openContext } from '../src/start.server.ts'

/** Works on a database or data folder from within this process, for servers that start on it before or afterwards. */
export async function inContext<T>(
  env: Record<string, string>,
  work: (ctx: Context) => Promise<T>
): Promise<T> {
  const config = readConfig({ LOG_LEVEL: 'silent', TORILLA_DEMO: '1', ...env })
  const { ctx, closers } = await openContext(config, 'migrations')
  try {
    return await work(ctx)
  } finally {
    await closers.closeAll(() => {})
  }
}
