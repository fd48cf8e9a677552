import { html } from 'hono/html'
import { STATUS_CODES } from 'node:http'
import type { Context } from 'hono'
import { protocolOf } from '#platform/http/index.ts'
import { allow } from '../allow.ts'
import type { openApp } from '../app.ts'
import type { ApiEnv } from '../env.ts'
import { problem } from '../problem.ts'
import { showGuide } from './guide.ts'
import { operationsOf, type Document } from './model.ts'
import { showOperation } from './show-operation.ts'
import { showList, showPage, type Page } from './show-page.ts'
import { showFields } from './show-schema.ts'
import { script } from './script.ts'
import { style } from './style.ts'

const CSP = [
  ...[
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:"
  ],
  ...["form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'"]
].join('; ')

type Api = ReturnType<typeof openApp>
type C = Context<ApiEnv>

/**
 * The documentation, made on the server from the document: complete without a script, readable without a network. It is in
 * English, as the names of the API are.
 */
export function docs(api: Api, documentOf: () => Document): void {
  const answer = async (c: C, page: Omit<Page, 'document'>) => {
    const text = String(await showPage({ ...page, document: documentOf() }))
    return c.html(text, 200, { 'content-security-policy': CSP, 'cache-control': 'no-cache' })
  }
  const file = (type: string, text: string) => (c: C) =>
    c.body(text, 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' })

  api.get('/api/v1/docs/style.css', allow('public'), file('text/css', style))
  api.get('/api/v1/docs/try.js', allow('public'), file('text/javascript', script))
  api.get('/api/v1/docs', allow('public'), (c) => {
    const lists = (documentOf().tags ?? []).map(
      ({ name }) =>
        html`<h3>${name}</h3>
          ${showList(documentOf(), name)}`
    )
    const all = html`<section id="operations">
      <h2>Everything it can do</h2>
      ${lists}
    </section>`
    return answer(c, {
      title: 'Guide',
      here: '',
      main: [showGuide(originOf(c)), showCodes(documentOf()), all]
    })
  })
  api.get('/api/v1/docs/schemas', allow('public'), (c) =>
    answer(c, { title: 'Schemas', here: '/schemas', main: showSchemas(documentOf()) })
  )
  api.get('/api/v1/docs/:tag', allow('public'), (c) => {
    const tag = c.req.param('tag')
    const own = operationsOf(documentOf()).filter(({ operation }) => operation.tags?.includes(tag))
    if (own.length === 0) return problem(c, 404, 'not_found')
    const main = html`<h1>${tag}</h1>
      ${showList(documentOf(), tag)}${own.map((one) => showOperation(one, originOf(c)))}`
    return answer(c, { title: tag, here: `/${tag}`, main })
  })
}

const originOf = (c: C): string =>
  `${protocolOf(c.var.ctx.config, c.req.raw.headers)}://${c.req.header('host')}`

function showSchemas({ components }: Document) {
  const schemas = Object.entries(components?.schemas ?? {}).sort(([a], [b]) => a.localeCompare(b))
  return html`<h1>Schemas</h1>
    <p class="lead">What is sent and answered, by name.</p>
    ${schemas.map(
      ([name, schema]) =>
        html`<article id="${name}">
          <h2>${name}</h2>
          ${showFields(schema)}
        </article>`
    )}`
}

/** Every code with its status, and where it can come from. */
function showCodes(document: Document) {
  const places = new Map<string, Set<string>>()
  for (const { operation } of operationsOf(document)) {
    for (const [status, { description }] of Object.entries(operation.responses)) {
      for (const [, code] of status.startsWith('4') ? description.matchAll(/`(\w+)`/g) : []) {
        const key = `${status} ${code}`
        places.set(key, (places.get(key) ?? new Set()).add(operation.operationId))
      }
    }
  }
  const MANY = 6
  return html`<section id="codes">
    <h2>Codes</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Status</th>
            <th scope="col">Code</th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          ${[...places].sort().map(([key, from]) => {
            const [status = '', code = ''] = key.split(' ')
            return html`<tr>
              <td>${status} ${STATUS_CODES[status] ?? ''}</td>
              <th scope="row"><code>${code}</code></th>
              <td>${from.size > MANY ? `${from.size} operations` : [...from].join(', ')}</td>
            </tr>`
          })}
        </tbody>
      </table>
    </div>
  </section>`
}
