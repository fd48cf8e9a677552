export type Batch<T> = (key: number, items: T[]) => Promise<unknown>

/** The queue is full: try again in a moment. The API answers 503 with Retry-After. */
export class Overloaded extends Error {}

type Parcel<T> = {
  items: readonly T[]
  resolve(): void
  reject(error: unknown): void
}
type Queue<T> = { parcels: Parcel<T>[]; waiting: number; flying: number; scheduled: boolean }

/** `rows` is the most in one write, `worthwhile` the least that is written while another write is under way. */
export type BatcherOptions = { rows: number; worthwhile: number; inFlight: number; capacity: number }

/**
 * Gathers small parcels into large writes, per key (the shop). A lone parcel goes at once; while writes are under way
 * the next ones gather, so batches grow with the load and nobody waits for a timer. One bad parcel fails alone:
 * a failed batch is tried again parcel by parcel.
 */
export function makeBatcher<T>(write: Batch<T>, options: BatcherOptions) {
  const queues = new Map<number, Queue<T>>()
  let waiting = 0

  function add(key: number, items: readonly T[]): Promise<void> {
    if (waiting + items.length > options.capacity) {
      return Promise.reject(new Overloaded('intake queue is full'))
    }
    let queue = queues.get(key)
    if (!queue) queues.set(key, (queue = { parcels: [], waiting: 0, flying: 0, scheduled: false }))
    return new Promise((resolve, reject) => {
      queue.parcels.push({ items, resolve, reject })
      queue.waiting += items.length
      waiting += items.length
      schedule(key, queue)
    })
  }

  /** Once per turn of the event loop, so that requests that arrived together go together. */
  function schedule(key: number, queue: Queue<T>): void {
    if (queue.scheduled || queue.flying >= options.inFlight) return
    queue.scheduled = true
    setImmediate(pump, key, queue)
  }

  function pump(key: number, queue: Queue<T>): void {
    queue.scheduled = false
    if (queue.parcels.length === 0) {
      if (queue.flying === 0 && queues.get(key) === queue) queues.delete(key)
      return
    }
    // Behind a write that is under way, wait until a second one is worth its while or that write is done.
    const least = queue.flying > 0 ? options.worthwhile : 1
    if (queue.flying >= options.inFlight || queue.waiting < least) return
    void fly(key, queue, take(queue))
  }

  function take(queue: Queue<T>): Parcel<T>[] {
    let rows = 0
    let n = 0
    while (n < queue.parcels.length && (n === 0 || rows + queue.parcels[n]!.items.length <= options.rows)) {
      rows += queue.parcels[n++]!.items.length
    }
    queue.waiting -= rows
    waiting -= rows
    return queue.parcels.splice(0, n)
  }

  async function fly(key: number, queue: Queue<T>, parcels: Parcel<T>[]): Promise<void> {
    queue.flying++
    try {
      const items = parcels.flatMap((parcel) => parcel.items)
      await write(key, items)
      for (const { resolve } of parcels) resolve()
    } catch (error) {
      if (parcels.length === 1) parcels[0]!.reject(error)
      else for (const parcel of parcels) await alone(key, parcel)
    } finally {
      queue.flying--
      pump(key, queue)
    }
  }

  async function alone(key: number, { items, resolve, reject }: Parcel<T>): Promise<void> {
    try {
      await write(key, [...items])
      resolve()
    } catch (error) {
      reject(error)
    }
  }

  return { add }
}
