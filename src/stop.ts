import type { Started } from './start.server.ts'

/**
 * Closes everything in order on SIGTERM or SIGINT and ends the process; once, however often it is asked. Asked in the
 * middle of the start, it waits until what is being opened can be closed again.
 */
export function stopOnSignals(opening: Promise<Started>) {
  let stopping: Promise<void> | undefined
  const stop = (code: number): Promise<void> => (stopping ??= closeAll(opening, code))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(0))
  return { stop, isStopping: () => stopping !== undefined }
}

async function closeAll(opening: Promise<Started>, code: number): Promise<void> {
  const started = await opening.catch(() => undefined)
  await started?.closers.closeAll((name, error) => started.ctx.log.error({ name, error }, 'could not close'))
  process.exit(code)
}
