export type Batch<T, R> = (key: number, items: readonly T[]) => Promise<readonly R[]>

/** The queue is full: try again in a moment. The API answers 503 with Retry-After. */
export class Overloaded extends Error {}

type Parcel<T, R> = {
  items: readonly T[]
  resolve(results: readonly R[]): void
  reject(error: unknown): void
}
type Queue<T, R> = { parcels: Parcel<T, R>[]; waiting: number; flying: number }

export type BatcherOptions = { rows: number; inFlight: number; capacity: number }

/**
 * Gathers small parcels into large writes, per key (the shop). A lone parcel goes at once; while writes are under way
 * the next ones gather, so batches grow with the load and nobody waits for a timer. One bad parcel fails alone:
 * a failed batch is tried again parcel by parcel.
 */
export function makeBatcher<T, R>(write: Batch<T, R>, options: BatcherOptions) {
  const queues = new Map<number, Queue<T, R>>()
  let waiting = 0

  function add(key: number, items: readonly T[]): Promise<readonly R[]> {
    if (waiting + items.length > options.capacity)
      return Promise.reject(new Overloaded('intake queue is full'))
    const queue = queues.get(key) ?? { parcels: [], waiting: 0, flying: 0 }
    queues.set(key, queue)
    return new Promise((resolve, reject) => {
      queue.parcels.push({ items, resolve, reject })
      queue.waiting += items.length
      waiting += items.length
      if (queue.flying < options.inFlight) setImmediate(pump, key, queue)
    })
  }

  function pump(key: number, queue: Queue<T, R>): void {
    if (queue.parcels.length === 0) {
      if (queue.flying === 0 && queues.get(key) === queue) queues.delete(key)
      return
    }
    // Behind a write that is under way, wait until the batch is full or that write is done.
    if (queue.flying >= options.inFlight || (queue.flying > 0 && queue.waiting < options.rows)) return
    void fly(key, queue, take(queue))
  }

  function take(queue: Queue<T, R>): Parcel<T, R>[] {
    let rows = 0
    let n = 0
    while (n < queue.parcels.length && (n === 0 || rows + queue.parcels[n]!.items.length <= options.rows)) {
      rows += queue.parcels[n++]!.items.length
    }
    queue.waiting -= rows
    waiting -= rows
    return queue.parcels.splice(0, n)
  }

  async function fly(key: number, queue: Queue<T, R>, parcels: Parcel<T, R>[]): Promise<void> {
    queue.flying++
    try {
      const results = await write(
        key,
        parcels.flatMap((parcel) => parcel.items)
      )
      let from = 0
      for (const { items, resolve } of parcels) resolve(results.slice(from, (from += items.length)))
    } catch (error) {
      if (parcels.length === 1) parcels[0]!.reject(error)
      else await Promise.all(parcels.map((parcel) => alone(key, parcel)))
    } finally {
      queue.flying--
      pump(key, queue)
    }
  }

  async function alone(key: number, parcel: Parcel<T, R>): Promise<void> {
    try {
      parcel.resolve(await write(key, parcel.items))
    } catch (error) {
      parcel.reject(error)
    }
  }

  return { add }
}
