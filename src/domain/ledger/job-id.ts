import { createHash } from 'node:crypto'

/** The same outbox row always becomes the same job: a UUID made from its key. */
export function jobId(shopId: number, id: number): string {
  const h = createHash('sha256').update(`outbox ${shopId} ${id}`).digest('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`
}

/** The same in SQL, of the outbox row that goes by this name in a query. */
export const jobIdInSql = (row: string): string =>
  `overlay(overlay(left(encode(sha256(convert_to('outbox ' || ${row}.shop_id || ' ' || ${row}.id, 'UTF8')), 'hex'), 32)
    placing '8' from 13) placing 'a' from 17)::uuid`
