import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Config } from '#config'
import type { Context } from '#context'
import { wantsApi } from '#api/index.ts'
import { listenApi } from '#api/listen.ts'
import { protocolOf, secureHeaders } from '#platform/http/index.ts'
import { timeAnswer } from '#platform/http/time-answer.ts'

type Handler = (req: IncomingMessage, res: ServerResponse, next?: () => void) => void

const RETURN_SECONDS = 5
const KEEP_ALIVE_MS = 65_000 // longer than the 60 s of common proxies, so that they never meet a closing socket

/** One HTTP server: the API and links by Hono, every page by SvelteKit, in one process and one module graph. */
export async function serve(ctx: Context, kit: Handler): Promise<Server> {
  const answerPage: Handler = (req, res) => kit(req, res, () => res.writeHead(404).end())
  const answerApi = listenApi(answerPage)
  const server = createServer((req, res) => {
    pinOrigin(ctx, req)
    sayWhenToReturn(res)
    const isApi = wantsApi(req.url ?? '/', req.method)
    timeAnswer(isApi ? 'api' : 'page', req, res)
    if (isApi) answerApi(req, res)
    else {
      // Before Kit sees it, so that redirects, refusals and built files carry them too.
      const headers = { has: res.hasHeader.bind(res), set: res.setHeader.bind(res) }
      secureHeaders(headers, req.headers['x-torilla-proto'] === 'https' ? 'https' : 'http')
      answerPage(req, res)
    }
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.requestTimeout = 600_000 // a 1 GB import over a slow line
  await listen(server, ctx.config)
  return server
}

/** Whoever hears that we cannot answer now hears when to ask again, whichever surface says so. */
function sayWhenToReturn(res: ServerResponse): void {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse
  res.writeHead = (status: number, ...rest: unknown[]) => {
    if (status === 503 && !res.hasHeader('retry-after')) res.setHeader('retry-after', RETURN_SECONDS)
    return writeHead(status, ...rest)
  }
}

async function listen(server: Server, { port, host }: Pick<Config, 'port' | 'host'>): Promise<void> {
  try {
    await once(server.listen(port, host), 'listening')
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const reason = REASONS[code] ?? 'this is no address to listen on; set PORT and HOST'
    throw new Error(`Torilla cannot open at ${host}:${port} (${code}): ${reason}.`, { cause: error })
  }
}

const REASONS: Record<string, string> = {
  EADDRINUSE: 'another program is there already; stop it, or set PORT to another number',
  EACCES: 'ports below 1024 are for the administrator; set PORT to another number',
  EADDRNOTAVAIL: 'this machine has no such address; set HOST to one it has, or to 0.0.0.0 for all'
}

/**
 * Kit learns protocol and host from two headers of ours, written over whatever came in, so that nobody can forge
 * them. Behind a proxy that we are told to trust, the protocol is the proxy's.
 */
export function pinOrigin(ctx: Context, req: IncomingMessage): void {
  const forwarded = new Headers({ 'x-forwarded-proto': String(req.headers['x-forwarded-proto'] ?? '') })
  req.headers['x-torilla-proto'] = protocolOf(ctx.config, forwarded)
  req.headers['x-torilla-host'] = hostOf(req.headers.host)
}

const HOST = /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/i

const hostOf = (host: string | undefined): string => (host && HOST.test(host) ? host : 'invalid.invalid')
