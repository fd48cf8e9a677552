import type { Context } from 'hono'
import { findCard, sharePath } from '#domain/pages/index.ts'
import { listHosts, pathIn, splitLocale } from '#domain/shops/index.ts'
import type { ApiEnv } from '../env.ts'
import { problem } from '../problem.ts'
import { embedOf, embedXml } from './oembed.ts'
import { originHere } from './origin.ts'

type Asked = { url?: string; format: string; maxwidth?: number; maxheight?: number }

/** Pages that exist but are someone's own: the specification wants 401 for them, and 404 for what is not here at all. */
const PRIVATE = /^\/(studio|setup|me|mailbox|orders|cart|checkout)(\/|$)/

/** Answers how one of our pages is shown on another site. A draft is as unknown as what never was. */
export async function answerEmbed(c: Context<ApiEnv>, asked: Asked): Promise<Response> {
  const { ctx, shop } = c.var
  if (!['json', 'xml'].includes(asked.format)) return problem(c, 501, 'format_unknown')
  if (!asked.url) return problem(c, 400, 'url_missing')
  const url = URL.parse(asked.url)
  if (!url || !(await isOurs(c, url))) return problem(c, 404, 'not_found')
  const { path, locale } = splitLocale(url.pathname)
  if (PRIVATE.test(path)) return problem(c, 401, 'sign_in')
  const card = await findCard(ctx, shop, path)
  if (!card) return problem(c, 404, 'not_found')
  const origin = originHere(c)
  const embed = embedOf(
    {
      ...{ card, shop: shop.name, origin },
      url: origin + pathIn(locale ?? shop.locale, shop, card.path),
      share: origin + sharePath(shop, card)
    },
    { width: asked.maxwidth, height: asked.maxheight }
  )
  const headers = { 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*' }
  return asked.format === 'xml'
    ? c.body(embedXml(embed), 200, { ...headers, 'content-type': 'text/xml; charset=utf-8' })
    : c.json(embed, 200, headers)
}

/** Whether an address is on this shop's host: the one that was asked, or another name of the same shop. */
async function isOurs(c: Context<ApiEnv>, { protocol, host, hostname }: URL): Promise<boolean> {
  if (!['https:', 'http:'].includes(protocol)) return false
  if (host === c.req.header('host')?.toLowerCase()) return true
  return (await listHosts(c.var.ctx, c.var.shop.id)).some((known) => known.host === hostname)
}
