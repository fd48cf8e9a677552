import { AsyncLocalStorage } from 'node:async_hooks'
import type { Config } from '#config'
import type { PaymentProviders } from '#domain/checkout/payment-provider.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db, Pulse } from '#platform/database/index.ts'
import type { Files } from '#platform/files/index.ts'
import type { Ids } from '#platform/ids.ts'
import type { Logger } from '#platform/log.ts'
import type { Mailer } from '#platform/mail/index.ts'

/** Everything a command or query needs from outside. Made once per process, handed down by name. */
export type Context = {
  config: Config
  db: Db
  clock: Clock
  ids: Ids
  pulse: Pulse
  files: Files
  mail: Mailer
  payments: PaymentProviders
  log: Logger
}

let current: Context | undefined

/** Called once by main, before the first request. */
export function setContext(ctx: Context): void {
  current = ctx
}

/** The process's context, for the surfaces' entry points only (hooks, API, worker). */
export function getContext(): Context {
  if (!current) throw new Error('The context is not ready: start the server through main.')
  return current
}

/** The language of the request at hand, for messages rendered on the server. */
export const requestLocale = new AsyncLocalStorage<'en' | 'fi' | 'nb'>()
