// What programs ask a square for: which pages there are and may be read, how one is shown elsewhere, what is new.
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { z } from '@hono/zod-openapi'
import { SECTIONS, type Section } from '#domain/pages/index.ts'
import { allow } from '../allow.ts'
import { openApp } from '../app.ts'
import type { ApiEnv } from '../env.ts'
import { problem } from '../problem.ts'
import { answerFresh } from './answer-fresh.ts'
import { answerEmbed } from './answer-embed.ts'
import { FORMATS, gatherNews, type Format } from './news/index.ts'
import { originHere } from './origin.ts'
import { robotsText } from './robots.ts'
import { answerShare } from './share.ts'
import { ucpProfile } from './ucp.ts'
import { sitemapFile, sitemapIndex } from './sitemap.ts'

export const pages = openApp()

const XML = 'application/xml; charset=utf-8'

pages.get('/robots.txt', allow('public'), (c) =>
  answerFresh(c, {
    body: robotsText(c.var.shop, originHere(c)),
    type: 'text/plain; charset=utf-8',
    changedAt: null
  })
)

pages.get('/sitemap.xml', allow('public'), async (c) => {
  const { ctx, shop } = c.var
  const body = await sitemapIndex({ ctx, shop, origin: originHere(c) })
  return answerFresh(c, { body, type: XML, changedAt: null })
})

pages.get('/sitemap/:file', allow('public'), (c) => {
  const { ctx, shop } = c.var
  const [, section = '', n = ''] = /^([a-z]+)-([1-9]\d{0,4})\.xml$/.exec(c.req.param('file')) ?? []
  if (!isSection(section)) return problem(c, 404, 'not_found')
  const text = sitemapFile({ ctx, shop, origin: originHere(c) }, section, Number(n))
  const stream = (Readable.toWeb(Readable.from(text)) as ReadableStream<string>).pipeThrough(
    new TextEncoderStream()
  )
  return c.body(stream, 200, { 'content-type': XML, 'cache-control': 'public, max-age=300' })
})

const isSection = (text: string): text is Section | 'front' =>
  text === 'front' || SECTIONS.includes(text as Section)

for (const format of Object.keys(FORMATS) as Format[])
  pages.get(`/posts.${format}`, allow('public'), (c) => answerNews(c, format))

async function answerNews(c: Context<ApiEnv>, format: Format): Promise<Response> {
  const { ctx, shop } = c.var
  const campaign = c.req.query('campaign') ?? null
  const news = await gatherNews(ctx, { shop, origin: originHere(c), format, campaign })
  if (!news) return problem(c, 404, 'campaign_not_found')
  const { write, type } = FORMATS[format]
  return answerFresh(c, { body: write(news), type, changedAt: news.changedAt })
}

const side = z.coerce.number().int().min(1).max(10_000).optional().catch(undefined)
export const embedQuery = z.object({
  url: z.string().max(2_000).optional().catch(undefined),
  format: z.string().default('json'),
  maxwidth: side,
  maxheight: side
})

pages.get('/oembed', allow('public'), (c) => answerEmbed(c, embedQuery.parse(c.req.query())))

pages.get('/share/*', allow('public'), answerShare)

pages.get('/.well-known/ucp', allow('public'), (c) => {
  const profile = ucpProfile(originHere(c))
  if (!profile) return problem(c, 404, 'not_found')
  return answerFresh(c, {
    body: JSON.stringify(profile),
    type: 'application/json',
    changedAt: null,
    maxAge: 3_600
  })
})
