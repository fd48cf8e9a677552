import { lookup } from 'node:dns/promises'
import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { capped } from './capped.ts'
import { isLoopback, isPublicAddress } from './public-address.ts'

export type SafeFetchOptions = {
  /** For tests on this machine: loopback and any port are then allowed, nothing else more. */
  allowLoopback?: boolean
  maxBytes?: number
  timeoutMs?: number
  headers?: Record<string, string>
  /** How names are resolved; the system's way unless a test says otherwise. */
  resolve?: (host: string) => Promise<string[]>
}

export type SafeResponse = { status: number; type: string | undefined; url: string; body: Readable }

/** Why an address was not fetched. `address_refused` is final; the others may pass. */
export type FetchRefusal =
  | 'address_invalid'
  | 'address_refused'
  | 'host_unknown'
  | 'unreachable'
  | 'too_many_redirects'
  | 'body_too_large'
  | 'too_slow'
  | 'answer_invalid'

export class FetchRefused extends Error {
  readonly refusal: FetchRefusal
  constructor(refusal: FetchRefusal, cause?: unknown) {
    super(refusal, { cause })
    this.name = 'FetchRefused'
    this.refusal = refusal
  }
}

const REDIRECTS = 3
const MAX_BYTES = 50_000_000
const TIMEOUT_MS = 30_000

/**
 * Fetches an address that a stranger wrote. Names are resolved once and the connection goes to the very address that
 * was checked, so that no second answer can lead elsewhere; each of at most three redirects is checked anew. Only
 * http and https on their own ports, only the open internet, at most 50 MB in 30 s. The body throws when it breaks
 * these limits; whoever does not read it destroys it.
 */
export async function safeFetch(address: string, options: SafeFetchOptions = {}): Promise<SafeResponse> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS)
  let url = readUrl(address, options)
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const ip = await addressFor(url, options)
    const response = await send(url, ip, options, signal)
    const location = redirectOf(response)
    if (!location) return answer(url, response, options, signal)
    response.destroy()
    url = readUrl(location, options, url)
  }
  throw new FetchRefused('too_many_redirects')
}

/** The address, if it is one that may be asked at all. Where its name leads is looked at later. */
export function readUrl(address: string, { allowLoopback }: SafeFetchOptions, base?: URL): URL {
  const url = address.length <= 4_096 ? URL.parse(address, base?.href) : null
  if (!url || !/^https?:$/.test(url.protocol)) throw new FetchRefused('address_invalid')
  if (url.username || url.password) throw new FetchRefused('address_refused')
  // URL leaves the port empty when it is the protocol's own; 80 by https and 443 by http are no web server's either.
  if (url.port && !allowLoopback) throw new FetchRefused('address_refused')
  return url
}

/** The one address to connect to. Any reserved address among a name's answers refuses the name. */
export async function addressFor(
  url: URL,
  { allowLoopback, resolve = systemResolve }: SafeFetchOptions
): Promise<string> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const found = isIP(host)
    ? [host]
    : await resolve(host).catch((cause) => [new FetchRefused('host_unknown', cause)])
  const [first] = found
  if (first instanceof FetchRefused) throw first
  if (first === undefined) throw new FetchRefused('host_unknown')
  const allowed = (ip: string) => isPublicAddress(ip) || (allowLoopback === true && isLoopback(ip))
  if (!found.every((ip) => typeof ip === 'string' && allowed(ip))) throw new FetchRefused('address_refused')
  return first
}

const systemResolve = async (host: string) =>
  (await lookup(host, { all: true })).map(({ address }) => address)

type Sending = SafeFetchOptions & { method?: 'GET' | 'POST'; content?: Buffer }

/** One request to this very address; follows nothing. */
export function send(
  url: URL,
  ip: string,
  { headers, method, content }: Sending,
  signal: AbortSignal
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const pinned = [{ address: ip, family: isIP(ip) }]
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      agent: false,
      signal,
      method,
      headers: { 'accept-encoding': 'identity', 'user-agent': 'Torilla', ...headers },
      lookup: (_host, { all }, done) => (all ? done(null, pinned) : done(null, ip, isIP(ip)))
    })
    sent.once('response', resolve)
    sent.once('error', (cause) => reject(new FetchRefused(refusalOf(cause, signal), cause)))
    sent.once('close', () => reject(new FetchRefused('unreachable')))
    sent.end(content)
  })
}

function refusalOf(cause: Error, signal: AbortSignal): FetchRefusal {
  if (signal.aborted) return 'too_slow'
  return (cause as { code?: string }).code?.startsWith('HPE_') ? 'answer_invalid' : 'unreachable'
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | undefined {
  return [301, 302, 303, 307, 308].includes(statusCode) ? headers.location : undefined
}

function answer(
  url: URL,
  response: IncomingMessage,
  options: SafeFetchOptions,
  signal: AbortSignal
): SafeResponse {
  const limit = options.maxBytes ?? MAX_BYTES
  if (Number(response.headers['content-length'] ?? 0) > limit) {
    response.destroy()
    throw new FetchRefused('body_too_large')
  }
  const body = capped(response, limit, (cause) =>
    cause === undefined
      ? new FetchRefused('body_too_large')
      : new FetchRefused(signal.aborted ? 'too_slow' : 'unreachable', cause)
  )
  return { status: response.statusCode ?? 0, type: response.headers['content-type'], url: url.href, body }
}
