import { createHmac, timingSafeEqual } from 'node:crypto'
import { authSecret } from '#domain/auth/index.ts'
import type { ApiEnv } from './env.ts'

type Ctx = ApiEnv['Variables']['ctx']

/**
 * Where a list goes on, sealed for this list of this shop: what a program sends back is what we gave it, or is refused.
 * `list` is the list's path.
 */
export async function sealCursor(ctx: Ctx, shopId: number, list: string, cursor: string): Promise<string> {
  return `${cursor}.${await sealOf(ctx, shopId, list, cursor)}`
}

/** The cursor inside a sealed one; undefined when the seal is not ours, or is another list's. */
export async function openCursor(
  ctx: Ctx,
  shopId: number,
  list: string,
  sealed: string
): Promise<string | undefined> {
  const dot = sealed.lastIndexOf('.')
  const cursor = sealed.slice(0, Math.max(0, dot))
  const given = Buffer.from(sealed.slice(dot + 1))
  const right = Buffer.from(await sealOf(ctx, shopId, list, cursor))
  return dot > 0 && given.length === right.length && timingSafeEqual(given, right) ? cursor : undefined
}

async function sealOf(ctx: Ctx, shopId: number, list: string, cursor: string): Promise<string> {
  const secret = await authSecret(ctx)
  return createHmac('sha256', `api cursor ${secret}`)
    .update(`${shopId}\n${list}\n${cursor}`)
    .digest('base64url')
    .slice(0, 22)
}
