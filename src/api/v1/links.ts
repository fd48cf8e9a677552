import { z } from '@hono/zod-openapi'
import {
  createLink,
  findLink,
  listLinks,
  qrPng,
  qrSvg,
  setLinkDisabled,
  type CreateLinkInput
} from '#domain/links/index.ts'
import { originOf } from '#domain/shops/index.ts'
import { protocolOf } from '#platform/http/index.ts'
import { done, refused } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { flag, found, pageOf } from '../fields.ts'
import { operation, type AnyAsk } from '../operation.ts'
import { Link, LinkFields } from './links.schema.ts'

/** Short links and links that fill a cart, with what each brought, and their QR codes to print. */
export const links = openApp()

const permission = 'links.write'
const params = z.object({ code: z.string().max(40) })
const refusals = ['link_not_found']

operation(
  links,
  {
    ...{ name: 'listLinks', method: 'get', path: '/', permission, paged: true },
    summary: 'List links, newest first',
    query: z.object({ shares: flag.optional().openapi({ description: 'The members’ own links instead.' }) }),
    answer: pageOf('links', Link)
  },
  async ({ ctx, shop, query, page }) =>
    done(await listLinks(ctx, shop.id, { shares: query.shares === 'true', ...page }))
)

operation(
  links,
  {
    ...{ name: 'createLink', method: 'post', path: '/', permission, status: 201, summary: 'Make a link' },
    ...{
      body: LinkFields,
      answer: Link,
      example: { target: { path: '/products' }, code: 'bio', network: 'x' }
    },
    refusals: [
      ...['code_taken', 'post_not_found', 'product_not_found', 'campaign_not_found'],
      ...['sku_unknown', 'coupon_unknown', 'link_over']
    ]
  },
  async ({ ctx, actor, shop, body }) => {
    const made = await createLink(ctx, actor, body as CreateLinkInput)
    return made.ok ? found(await findLink(ctx, shop.id, made.value.code), 'link_not_found') : made
  }
)

operation(
  links,
  {
    ...{ name: 'getLink', method: 'get', path: '/{code}', permission, params },
    ...{ summary: 'One link', answer: Link, refusals, watches: 'link' }
  },
  async ({ ctx, shop, params }) => found(await findLink(ctx, shop.id, params.code), 'link_not_found')
)

for (const [method, disabled] of [
  ['put', true],
  ['delete', false]
] as const) {
  operation(
    links,
    {
      ...{
        name: disabled ? 'disableLink' : 'enableLink',
        method,
        path: '/{code}/disablement',
        permission,
        params
      },
      ...{
        summary: disabled ? 'Put a link out of use' : 'Put a link back into use',
        refusals,
        watches: 'link'
      }
    },
    async ({ ctx, actor, params }) => setLinkDisabled(ctx, actor, { ...params, disabled })
  )
}

const TYPES = { svg: 'image/svg+xml', png: 'image/png' }

for (const format of ['svg', 'png'] as const) {
  operation(
    links,
    {
      ...{
        name: `get${format === 'svg' ? 'Svg' : 'Png'}OfLink`,
        method: 'get',
        path: `/{code}/qr.${format}`
      },
      ...{ permission, params, summary: `The link as a QR code, ${format.toUpperCase()}`, refusals },
      file: TYPES[format]
    },
    async (ask) => {
      const link = await findLink(ask.ctx, ask.shop.id, ask.params.code)
      if (!link) return refused('link_not_found')
      const address = `${await originOfAsk(ask as never)}/l/${link.code}`
      ask.c.header('content-type', TYPES[format])
      ask.c.header('content-disposition', `attachment; filename="${link.code}.${format}"`)
      const file = format === 'svg' ? await qrSvg(address) : new Uint8Array(await qrPng(address))
      return done(ask.c.body(file))
    }
  )
}

async function originOfAsk({ c, ctx, shop }: AnyAsk): Promise<string> {
  const here = `${protocolOf(ctx.config, c.req.raw.headers)}://${c.req.header('host')}`
  return originOf(ctx, shop.id, here)
}
