import { Readable } from 'node:stream'
import { getContext } from '#context'
import { renditionKey } from '#domain/pictures/index.ts'
import { resolveShop } from '#domain/shops/index.ts'
import { isUuid } from '#platform/ids.ts'
import { allow } from './allow.ts'
import { openApp } from './app.ts'
import { problem } from './problem.ts'

const FILE = /^(\d{1,5})\.(avif|webp|jpg)$/
const TYPES: Record<string, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }

/**
 * The sizes of this shop's pictures: what is there never changes, so a browser asks once. No query and no session: a
 * feed has many pictures. Only addresses we make ourselves are looked for; masters are not among them.
 */
export const media = openApp()

media.use(async (c, next) => {
  c.set('ctx', getContext())
  await next()
})

media.get('/:shop/:picture/:file', allow('public'), async (c) => {
  const { ctx } = c.var
  const { shop, picture, file } = c.req.param()
  const [, width, extension = ''] = FILE.exec(file) ?? []
  const here = await resolveShop(ctx, c.req.header('host') ?? '')
  if (!width || !isUuid(picture) || !here || String(here.id) !== shop) return missing(c)
  const etag = `"${picture}-${width}-${extension}"`
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, { etag, ...KEEP })
  const found = await ctx.files.open(renditionKey(here.id, picture, `w${Number(width)}.${extension}`))
  if (!found) return missing(c)
  const headers = { ...KEEP, etag, 'content-type': TYPES[extension] ?? '', 'content-length': `${found.size}` }
  if (c.req.method === 'HEAD') found.stream.destroy()
  return c.body(Readable.toWeb(found.stream) as ReadableStream, 200, headers)
})

const KEEP = {
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff'
}

/** A size that is not there yet may be there in a moment. */
function missing(c: Parameters<typeof problem>[0]): Response {
  c.header('cache-control', 'no-store')
  return problem(c, 404, 'not_found')
}
