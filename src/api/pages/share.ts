import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { findCard, openSharePicture, sharePath, versionOf } from '#domain/pages/index.ts'
import type { ApiEnv } from '../env.ts'
import { problem } from '../problem.ts'

const PATH = /^\/share(\/.*)?\/(now|[\da-f]{16})\.jpg$/
const FOR_EVER = 'public, max-age=31536000, immutable'
const A_WHILE = 'public, max-age=3600'

/**
 * A page's share picture. The page is looked for each time, so that what was taken down is not shown; an address of how it
 * once looked leads to how it looks now.
 */
export async function answerShare(c: Context<ApiEnv>): Promise<Response> {
  const { ctx, shop } = c.var
  const [match, path = '/', asked] = PATH.exec(c.req.path) ?? []
  const card = match ? await findCard(ctx, shop, path) : undefined
  if (!card) return problem(c, 404, 'not_found')
  const version = versionOf(shop, card)
  if (asked !== 'now' && asked !== version) {
    c.header('cache-control', 'no-store')
    return c.redirect(sharePath(shop, card), 302)
  }
  const headers = { etag: `"${version}"`, 'cache-control': asked === 'now' ? A_WHILE : FOR_EVER }
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers)
  const file = await openSharePicture(ctx, shop, card)
  if (!file) {
    c.header('retry-after', '5')
    return problem(c, 503, 'busy')
  }
  if (c.req.raw.method === 'HEAD') file.stream.destroy()
  return c.body(Readable.toWeb(file.stream) as ReadableStream, 200, {
    ...headers,
    ...{
      'content-type': 'image/jpeg',
      'content-length': `${file.size}`,
      'cross-origin-resource-policy': 'cross-origin'
    }
  })
}
