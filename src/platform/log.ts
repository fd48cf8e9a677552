import { pino, type Logger } from 'pino'

export type { Logger }

/** One JSON line a thing, on standard error. Never log a request's body, a cookie, an address line or a token. */
export const openLog = (level: string): Logger =>
  pino({ level, base: null, serializers: { error: whatHappened } }, pino.destination(2))

/** An error's words and where it was thrown, but not what hangs on it: a driver hangs whole connections on its own. */
function whatHappened(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { name, message, stack, cause } = error
  const code = (error as { code?: unknown }).code
  return { name, message, code, stack, ...(cause ? { cause: whatHappened(cause) } : {}) }
}
