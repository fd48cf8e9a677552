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

/** While there is no shop: the path at which one is set up, key included, for the person who started us. */
export async function setupPath(ctx: Context): Promise<string | undefined> {
  return (await hasShops(ctx)) ? undefined : `/setup?key=${await setupKey(ctx)}`
}
