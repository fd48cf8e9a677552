import { openApi } from '#api/index.ts'
import { setContext } from '#context'
import { SCOPES, type Actor, type Scope } from '#domain/accounts/index.ts'
import { makeKey } from '#domain/keys/index.ts'
import type { World } from './world.ts'

type Extra = { headers?: Record<string, string>; text?: string; bytes?: Buffer | ReadableStream }

export const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** The API of a world, asked as one actor from this shop's own host, as its own pages do. */
export async function apiOf(w: World, actor: Actor) {
  setContext(w.ctx)
  const misfits = watchAnswers(w)
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
    const answer = await api.request(`http://${host}${path}`, init, { incoming: local } as never)
    if (misfits.length)
      throw new Error(`${method} ${path} answers off its schema: ${JSON.stringify(misfits)}`)
    return answer
  }
}

/** The same for a program with a key that an owner made, of all scopes unless they are named. */
export async function programOf(w: World, scopes: readonly Scope[] = SCOPES, maker?: Actor) {
  const made = await makeKey(w.ctx, maker ?? (await w.given.owner()), {
    name: 'Robot',
    scopes: [...scopes],
    days: 30
  })
  if (!made.ok) throw new Error(made.refusal)
  const authorization = `Bearer ${made.value.token}`
  const call = await apiOf(w, w.given.guest())
  return (method: string, path: string, body?: unknown, extra: Extra = {}) =>
    call(method, path, body, { ...extra, headers: { authorization, ...extra.headers } })
}

/** An answer that does not fit what the document says of it is logged in production; here it fails the test. */
function watchAnswers({ ctx }: World): object[] {
  const misfits: object[] = []
  const error = ctx.log.error.bind(ctx.log)
  ctx.log.error = ((what: object, words?: string) => {
    if (words === 'answer off its schema') misfits.push(what)
    error(what, words)
  }) as typeof ctx.log.error
  return misfits
}

const local = { socket: { remoteAddress: '127.0.0.1' } }
