import { openApi } from '#api/index.ts'
import { setContext } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import type { World } from './world.ts'

type Extra = { headers?: Record<string, string>; text?: string; bytes?: Buffer | ReadableStream }

export const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** The API of a world, asked as one actor from this shop's own host, as its own pages do. */
export async function apiOf(w: World, actor: Actor) {
  setContext(w.ctx)
  const api = openApi(async () => actor)
  const { host } = await w.ctx.db
    .selectFrom('shop_hosts')
    .select('host')
    .where('shop_id', '=', w.shopId)
    .executeTakeFirstOrThrow()
  const bare = { host, 'user-agent': BROWSER, 'sec-fetch-site': 'same-origin' }
  /** Answers what the API answers; a body is sent as JSON, `text` and `bytes` as they are. */
  return async (method: string, path: string, body?: unknown, extra: Extra = {}): Promise<Response> => {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
    const headers = { ...bare, ...json, ...extra.headers }
    const text = extra.text ?? (body === undefined ? undefined : JSON.stringify(body))
    const sent = (extra.bytes ?? text) as BodyInit | undefined
    const init = { method, headers, body: sent, duplex: 'half' } as RequestInit
    return api.request(`http://${host}${path}`, init, { incoming: local } as never)
  }
}

const local = { socket: { remoteAddress: '127.0.0.1' } }
