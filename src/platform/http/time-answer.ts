import type { IncomingMessage, ServerResponse } from 'node:http'
import { httpSeconds } from '../meters.ts'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Measures how long this answer takes, for /metrics. */
export function timeAnswer(surface: 'api' | 'page', req: IncomingMessage, res: ServerResponse): void {
  const start = performance.now()
  res.once('finish', () => {
    const method = METHODS.includes(req.method ?? '') ? req.method! : 'OTHER'
    const status = `${Math.floor(res.statusCode / 100)}xx`
    httpSeconds.observe({ surface, method, status }, (performance.now() - start) / 1000)
  })
}
