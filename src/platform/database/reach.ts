import pg from 'pg'

const OLDEST = 15
const PATIENCE_MS = 10_000

/**
 * Finds out whether the owner's own database can be used, and throws a sentence that says what to change if not. The
 * address may hold a password, so only its host, port and database are named.
 */
export async function reachDatabase(url: string): Promise<void> {
  const client = open(url)
  try {
    await client.connect()
    const { rows } = await client.query<{ n: number }>(
      "select current_setting('server_version_num')::int as n"
    )
    const major = Math.floor((rows[0]?.n ?? 0) / 10_000)
    if (major < OLDEST) throw new Error(`it is version ${major}, and ${OLDEST} is the oldest that works`)
  } catch (error) {
    const { host, port, database } = client
    throw new Error(
      `The database ${database} at ${host}:${port} cannot be used: ${reasonOf(error)}. ` +
        'See to it that it runs, or change DATABASE_URL.',
      { cause: error }
    )
  } finally {
    await client.end().catch(() => {})
  }
}

function open(url: string): pg.Client {
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS })
  } catch (error) {
    throw new Error('DATABASE_URL is not an address like postgres://user:password@host:5432/torilla.', {
      cause: error
    })
  }
}

/** A name that resolves to several addresses fails with several errors and no words of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf)[0] ?? error.message
  return error instanceof Error ? error.message : String(error)
}
