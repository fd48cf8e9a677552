import { mkdtempSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'

const SOCKET = '.s.PGSQL.5432'
const STATEMENT = new Set(['E', 'Q'].map((letter) => letter.charCodeAt(0))) // Execute and Query of the wire protocol

export type Counter = { url: string; count(): number; close(): void }

/** Stands between a server and its PostgreSQL and counts the statements that pass, BEGIN and COMMIT among them. */
export async function countStatements(databaseUrl: string, folder: string): Promise<Counter> {
  const url = new URL(databaseUrl)
  const target = join(url.searchParams.get('host')!, SOCKET)
  const own = mkdtempSync(join(folder, 'wire-'))
  let statements = 0
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const database = connect(target)
    const look = statementReader(() => statements++)
    for (const socket of [client, database]) sockets.add(socket.on('error', () => socket.destroy()))
    client.on('data', look)
    client.pipe(database).pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(join(own, SOCKET), resolve))
  url.searchParams.set('host', own)
  return {
    url: url.href,
    count: () => statements,
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    }
  }
}

/** Every message is a letter, a length that counts itself, and the rest; the first of a connection has no letter. */
function statementReader(found: () => void): (data: Buffer) => void {
  let held: Buffer = Buffer.alloc(0)
  let greeting = true
  return (data) => {
    held = Buffer.concat([held, data])
    for (;;) {
      const head = greeting ? 0 : 1
      if (held.length < head + 4) return
      const size = head + held.readInt32BE(head)
      if (held.length < size) return
      if (!greeting && STATEMENT.has(held[0]!)) found()
      greeting = false
      held = held.subarray(size)
    }
  }
}
