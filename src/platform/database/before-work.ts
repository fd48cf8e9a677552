import { AsyncLocalStorage } from 'node:async_hooks'
import type { Tx } from './transact.ts'

/**
 * What every transaction of the request at hand does first, in the same commit as its work: the API marks there that
 * the work of an idempotency key was done. Nothing is there outside such a request.
 */
export const beforeWork = new AsyncLocalStorage<(tx: Tx) => Promise<void>>()
