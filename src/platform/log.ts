import { pino, type Logger } from 'pino'

export type { Logger }

/** One JSON line a thing, on standard error. Never log a request's body, a cookie, an address line or a token. */
export const openLog = (level: string): Logger => pino({ level, base: null }, pino.destination(2))
