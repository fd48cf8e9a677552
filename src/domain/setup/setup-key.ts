import { timingSafeEqual } from 'node:crypto'
import type { Context } from '#context'
import { hasShops } from '#domain/shops/index.ts'
import { keep } from '#platform/database/index.ts'
import { hashSecret } from '#platform/ids.ts'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/** Made once for the installation, printed at start, and needed to begin the set-up from anywhere but this machine. */
const setupKey = (ctx: Pick<Context, 'db' | 'ids'>) => keep(ctx.db, 'setup_key', () => ctx.ids.code(16))

/**
 * Whether beginning the set-up needs the key. It does not when the request can only have come from this machine: we
 * listen on loopback, no proxy is announced, and the browser asks for a loopback name (so that no web page elsewhere
 * can reach us under a name of its own).
 */
export function isKeyNeeded({ config }: Pick<Context, 'config'>, url: URL, headers: Headers): boolean {
  const alone = LOOPBACK.test(config.host) && !config.publicUrl && config.trustedProxies === 0
  return !alone || !LOOPBACK.test(url.hostname) || FORWARDED.some((name) => headers.has(name))
}

/** Whether this is the installation's set-up key. */
export async function isSetupKey(ctx: Pick<Context, 'db' | 'ids'>, given: string | null): Promise<boolean> {
  if (!given || given.length > 100) return false
  const [known, tried] = [await setupKey(ctx), given.trim()].map((key) => Buffer.from(hashSecret(key)))
  return timingSafeEqual(known!, tried!)
}

/** What to print at start while there is no shop: where to set one up. */
export async function setupNotice(ctx: Context, origin: string): Promise<string | undefined> {
  if (await hasShops(ctx)) return undefined
  return `Set up your market at ${origin}/setup?key=${await setupKey(ctx)}`
}
