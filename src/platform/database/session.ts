import pg from 'pg'

/** One connection of its own, for work that needs a session: a snapshot held open, rows streamed in or out. */
export type Session = pg.Client

/** Runs `work` on a session that ends with it. A server that goes away in between is an error of the work, not of the process. */
export async function inSession<T>(url: string, work: (session: Session) => Promise<T>): Promise<T> {
  const session = new pg.Client({
    connectionString: url,
    application_name: 'torilla backup',
    keepAlive: true
  })
  session.on('error', () => {})
  await session.connect()
  try {
    return await work(session)
  } finally {
    await session.end().catch(() => {})
  }
}
