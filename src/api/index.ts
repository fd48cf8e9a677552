// Everything that is not a page: the API, links, live streams, pictures, health.
import { Hono } from 'hono'
import { getContext } from '#context'
import { sql } from 'kysely'

export const api = new Hono()

api.get('/healthz', (c) => c.text('ok'))
api.get('/readyz', async (c) => {
  await sql`select 1`.execute(getContext().db)
  return c.text('ready')
})

const PREFIXES = [
  '/api/',
  '/healthz',
  '/readyz',
  '/metrics',
  '/l/',
  '/media/',
  '/oembed',
  '/robots.txt',
  '/sitemap'
]

/** Whether Hono answers this path; Kit answers the rest. */
export const wantsApi = (path: string): boolean => PREFIXES.some((prefix) => path.startsWith(prefix))
