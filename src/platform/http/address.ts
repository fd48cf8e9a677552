import { isIP } from 'node:net'

/**
 * The address a request came from: the socket's own, unless `trusted` proxies of ours stand in front. Each of them
 * appends whom it heard from to X-Forwarded-For, so the entry that many steps from the right is the first one a
 * stranger could not have written. Everything further left is anybody's claim.
 */
export function addressOf(headers: Headers, socketAddress: string, trusted: number): string {
  const heard = trusted > 0 ? (headers.get('x-forwarded-for') ?? '').split(',') : []
  const claimed = plain(heard[Math.max(0, heard.length - trusted)] ?? '')
  return isIP(claimed) ? claimed : plain(socketAddress)
}

const PORT = /^(\d+\.\d+\.\d+\.\d+):\d+$/
const BRACKETS = /^\[(.+)\](:\d+)?$/

/** Without blanks, port, brackets, or the ::ffff: that wraps an IPv4 address. */
function plain(address: string): string {
  const bare = address.trim().replace(PORT, '$1').replace(BRACKETS, '$1')
  const inner = bare.replace(/^::ffff:/i, '')
  return isIP(inner) === 4 ? inner : bare
}

/** Whom a limit should count: an IPv4 address, or the /64 of an IPv6 one, which is what a single home is given. */
export function neighbourhoodOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail = ''] = address.toLowerCase().split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const zeros = address.includes('::')
    ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
    : []
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}

type Trust = { publicUrl: URL | undefined; trustedProxies: number }

/** The protocol people see: PUBLIC_URL's; else what a proxy we trust says; else plain http. */
export function protocolOf({ publicUrl, trustedProxies }: Trust, headers: Headers): 'http' | 'https' {
  if (publicUrl) return publicUrl.protocol === 'https:' ? 'https' : 'http'
  return trustedProxies > 0 && headers.get('x-forwarded-proto') === 'https' ? 'https' : 'http'
}
