import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  createLink,
  createLinkInput,
  findLink,
  listLinks,
  qrPng,
  qrSvg,
  setLinkDisabled
} from '#domain/links/index.ts'
import { originOf } from '#domain/shops/index.ts'
import { protocolOf } from '#platform/http/index.ts'
import { allow } from '../allow.ts'
import { openApp } from '../app.ts'
import type { ApiEnv } from '../env.ts'
import { problem, problems, refusalProblem } from '../problem.ts'
import { Link } from './links.schema.ts'

/** Short links and links that fill a cart, with what each brought, and their QR codes to print. */
export const links = openApp()

const params = z.object({ code: z.string().max(40) })
const TYPES = { svg: 'svg+xml', png: 'png' }
const one = { content: { 'application/json': { schema: Link } }, description: 'The link.' }

links.openapi(
  createRoute({
    method: 'get',
    path: '/',
    summary: 'List links, newest first',
    middleware: allow('links.write'),
    request: { query: z.object({ cursor: z.string().optional() }) },
    responses: {
      200: {
        description: 'A page of links.',
        content: {
          'application/json': { schema: z.object({ links: z.array(Link), next: z.string().nullable() }) }
        }
      },
      ...problems
    }
  }),
  async (c) => c.json(await listLinks(c.var.ctx, c.var.shop.id, c.req.valid('query')), 200)
)

links.openapi(
  createRoute({
    method: 'post',
    path: '/',
    summary: 'Make a link',
    middleware: allow('links.write'),
    request: { body: { required: true, content: { 'application/json': { schema: createLinkInput } } } },
    responses: { 201: one, ...problems }
  }),
  async (c) => {
    const made = await createLink(c.var.ctx, c.var.actor, c.req.valid('json'))
    if (!made.ok) return refusalProblem(c, made) as never
    return c.json((await findLink(c.var.ctx, c.var.shop.id, made.value.code))!, 201)
  }
)

links.openapi(
  createRoute({
    method: 'get',
    path: '/{code}',
    summary: 'One link',
    middleware: allow('links.write'),
    request: { params },
    responses: { 200: one, ...problems }
  }),
  async (c) => {
    const link = await findLink(c.var.ctx, c.var.shop.id, c.req.valid('param').code)
    return link ? c.json(link, 200) : (problem(c, 404, 'link_not_found') as never)
  }
)

for (const [method, disabled] of [
  ['put', true],
  ['delete', false]
] as const) {
  links.openapi(
    createRoute({
      method,
      path: '/{code}/disablement',
      summary: disabled ? 'Put a link out of use' : 'Put a link back into use',
      middleware: allow('links.write'),
      request: { params },
      responses: { 204: { description: 'Done.' }, ...problems }
    }),
    async (c) => {
      const set = await setLinkDisabled(c.var.ctx, c.var.actor, { ...c.req.valid('param'), disabled })
      return set.ok ? c.body(null, 204) : (refusalProblem(c, set) as never)
    }
  )
}

for (const format of ['svg', 'png'] as const) {
  links.openapi(
    createRoute({
      method: 'get',
      path: `/{code}/qr.${format}`,
      summary: `The link as a QR code, ${format.toUpperCase()}`,
      middleware: allow('links.write'),
      request: { params },
      responses: {
        200: { description: 'The picture.', content: { [`image/${TYPES[format]}`]: {} } },
        ...problems
      }
    }),
    async (c) => {
      const link = await findLink(c.var.ctx, c.var.shop.id, c.req.valid('param').code)
      if (!link) return problem(c, 404, 'link_not_found')
      const address = await addressOf(c, link.code)
      c.header('content-type', `image/${TYPES[format]}`)
      c.header('content-disposition', `attachment; filename="${link.code}.${format}"`)
      return c.body(format === 'svg' ? await qrSvg(address) : new Uint8Array(await qrPng(address)))
    }
  )
}

async function addressOf(c: Context<ApiEnv>, code: string): Promise<string> {
  const { ctx, shop } = c.var
  const here = `${protocolOf(ctx.config, c.req.raw.headers)}://${c.req.header('host')}`
  return `${await originOf(ctx, shop.id, here)}/l/${code}`
}
