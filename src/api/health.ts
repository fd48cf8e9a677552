import { sql } from 'kysely'
import { Gauge } from 'prom-client'
import { getContext } from '#context'
import { meters } from '#platform/meters.ts'
import { openApp } from './app.ts'
import { problem } from './problem.ts'

const PATIENCE_MS = 2_000

/** For whoever keeps the process alive: is it up, can it work, what does it count. Answers on any host name. */
export const health = openApp()

health.get('/healthz', (c) => c.text('ok'))

health.get('/readyz', async (c) => {
  const asked = sql`select 1`.execute(getContext().db).then(() => true)
  const late = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref())
  const ready = await Promise.race([asked.catch(() => false), late])
  return ready ? c.text('ready') : problem(c, 503, 'database_unreachable')
})

const PRIVATE = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd]|fe80:)/i

/** Only for machines beside us: what came through a proxy came from the street, and finds nothing here. */
health.get('/metrics', async (c) => {
  const address = (c.env?.incoming?.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const proxied = c.req.header('x-forwarded-for') ?? c.req.header('forwarded')
  if (proxied || !PRIVATE.test(address)) return problem(c, 404, 'not_found')
  return c.text(await meters.metrics(), 200, { 'content-type': meters.contentType })
})

new Gauge({
  name: 'torilla_queue_depth',
  help: 'Jobs that wait: in the outbox, and in the queue.',
  labelNames: ['where'] as const,
  registers: [meters],
  async collect() {
    const { db } = getContext()
    const outbox = await sql<{ n: number }>`select count(*) as n from outbox`.execute(db)
    this.set({ where: 'outbox' }, outbox.rows[0]!.n)
    const { rows } = await sql<{
      there: boolean
    }>`select to_regclass('pgboss.job') is not null as there`.execute(db)
    if (!rows[0]?.there) return
    const queue = await sql<{ n: number }>`
      select count(*) as n from pgboss.job where state in ('created', 'retry', 'active')`.execute(db)
    this.set({ where: 'queue' }, queue.rows[0]!.n)
  }
})
