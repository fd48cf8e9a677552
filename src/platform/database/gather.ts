import { sql } from 'kysely'
import pg from 'pg'

const MARK = '/* with the next */'

/**
 * Ends a statement of a transaction whose answer nobody reads. It is sent together with the next one, at the latest with
 * the commit; should it fail, the next one fails with its error.
 */
export const withNext = sql.raw(MARK)

type Asked = [text: string, values: unknown[]]
type Stream = { cork(): void; uncork(): void }

const UNREAD = { command: '', rowCount: null, rows: [] }
const ENDS = ['commit', 'rollback']

/**
 * A connection that gathers what need not be waited for: the beginning of a transaction, and what is marked `withNext`.
 * A message to PostgreSQL wakes its process and an answer wakes ours, which costs more than most of our statements; and
 * what an order locks is held the shorter, the fewer times the two wait for each other. Needs `pipeline: true`.
 */
export class GatheringClient extends pg.Client {
  #gathered: Asked[] = []
  #inTransaction = false

  override query = ((...args: unknown[]) => {
    const [text, values] = args
    if (typeof text !== 'string' || !Array.isArray(values)) return this.send(...args)
    if (text === 'begin') this.#inTransaction = true
    if (this.#inTransaction && (text === 'begin' || text.endsWith(MARK))) {
      this.#gathered.push([text, values])
      return Promise.resolve(UNREAD)
    }
    if (ENDS.includes(text)) this.#inTransaction = false
    if (this.#gathered.length === 0) return this.send(...args)
    return text === 'rollback' ? this.#forget() : this.#sendWith([text, values])
  }) as pg.Client['query']

  protected send(...args: unknown[]): Promise<pg.QueryResult> {
    return (pg.Client.prototype.query as typeof this.send).apply(this, args)
  }

  /** What was never sent need not be undone. */
  #forget(): Promise<unknown> {
    const begun = this.#gathered[0]?.[0] !== 'begin'
    this.#gathered = []
    return begun ? this.send('rollback', []) : Promise.resolve({ ...UNREAD, command: 'ROLLBACK' })
  }

  /** All in one message. The first that fails is the one that tells: the others only say that the transaction failed. */
  async #sendWith(last: Asked): Promise<pg.QueryResult> {
    const asked = [...this.#gathered, last]
    this.#gathered = []
    const { stream } = (this as unknown as { connection: { stream: Stream } }).connection
    stream.cork()
    const answers = asked.map(([text, values]) => this.send(text, values))
    stream.uncork()
    return (await Promise.all(answers)).at(-1)!
  }
}
