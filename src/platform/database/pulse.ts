import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

export type PulseListener = (shopIds: readonly number[]) => void

/** Says which shops have something new, to this process at once and to every other one within 100 ms. */
export type Pulse = {
  touch(shopId: number): void
  listen(listener: PulseListener): () => void
  close(): Promise<void>
}

const CHANNEL = 'torilla_pulse'
const EVERY_MS = 100
const RECONNECT_MS = 1_000
const CONNECT_MS = 10_000

type State = {
  /** Runs what listens as if nobody had asked: what is bound to a request must not follow its pulse into the worker. */
  outside: ReturnType<typeof AsyncLocalStorage.snapshot>
  url: string
  tag: string
  listeners: Set<PulseListener>
  dirty: Set<number>
  client: pg.Client | undefined
  timer: NodeJS.Timeout | undefined
  closed: boolean
}

/**
 * One connection listens and notifies for the whole process. A NOTIFY in every transaction costs 38 % (ledger.md);
 * one coalesced NOTIFY per 100 ms that carries only shop ids costs nothing. A lost message is harmless: whoever
 * listens also sweeps on a timer.
 */
export async function openPulse(url: string, onError: (error: Error) => void): Promise<Pulse> {
  const state: State = {
    outside: AsyncLocalStorage.snapshot(),
    url,
    tag: Math.random().toString(36).slice(2, 10),
    listeners: new Set(),
    dirty: new Set(),
    client: undefined,
    timer: undefined,
    closed: false
  }
  await subscribe(state, onError)
  return {
    touch: (shopId) => touch(state, shopId),
    listen: (listener) => {
      state.listeners.add(listener)
      return () => state.listeners.delete(listener)
    },
    close: () => close(state)
  }
}

async function subscribe(state: State, onError: (error: Error) => void): Promise<void> {
  const client = new pg.Client({
    connectionString: state.url,
    application_name: 'torilla pulse',
    connectionTimeoutMillis: CONNECT_MS
  })
  const again = () => {
    if (state.client !== client || state.closed) return
    state.client = undefined
    setTimeout(() => subscribe(state, onError).catch(onError), RECONNECT_MS).unref()
  }
  state.client = client
  client.on('error', (error) => (onError(error), again()))
  client.on('end', again)
  client.on('notification', ({ payload }) => hear(state, payload ?? ''))
  try {
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
  } catch (error) {
    again()
    throw error
  }
}

function hear(state: State, payload: string): void {
  const [tag, ids] = payload.split(':')
  if (tag === state.tag || !ids) return
  tell(state, ids.split(',').map(Number))
}

function tell(state: State, shopIds: readonly number[]): void {
  for (const listener of state.listeners) listener(shopIds)
}

function touch(state: State, shopId: number): void {
  if (state.closed) return
  queueMicrotask(() => state.outside(tell, state, [shopId]))
  state.dirty.add(shopId)
  state.timer ??= state.outside(setTimeout, () => flush(state), EVERY_MS) as NodeJS.Timeout
}

function flush(state: State): void {
  state.timer = undefined
  const ids = [...state.dirty].slice(0, 500)
  for (const id of ids) state.dirty.delete(id)
  if (state.dirty.size) state.timer = setTimeout(() => flush(state), EVERY_MS)
  state.client?.query('select pg_notify($1, $2)', [CHANNEL, `${state.tag}:${ids.join(',')}`]).catch(() => {})
}

async function close(state: State): Promise<void> {
  state.closed = true
  clearTimeout(state.timer)
  await state.client?.end()
}
