import { allow, statedPermissions } from './allow.ts'
import type { openApp } from './app.ts'
import { docs } from './docs/index.ts'
import { describeWebhooks } from './describe-webhooks.ts'

type Api = ReturnType<typeof openApp>
type Document = ReturnType<Api['getOpenAPI31Document']>
type Operation = NonNullable<NonNullable<Document['paths']>[string]['get']>

/** What is said of every operation's name when it has not said so itself: imports, of /api/v1/imports/{id}. */
const tagOf = (path: string): string => path.split('/')[3] ?? 'api'

/** Answers the API's own description, OpenAPI 3.1, made from the schemas the routes check with. */
export function describe(api: Api): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description:
      'A key of the shop, made in the studio under Settings, Keys. Its scopes are the permissions that operations name.'
  })
  describeWebhooks(api)
  let document: Document | undefined
  const made = () => (document ??= documentOf(api))
  api.get('/api/v1/openapi.json', allow('public'), (c) => c.json(made()))
  docs(api, made as () => never)
}

/** The document, with what each route states by itself written to its operation. */
export function documentOf(api: Api): Document {
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Torilla',
      version: '1.0.0',
      description: 'Everything the studio and the square can do, for programs. See /api/v1/docs.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' }
    },
    servers: [{ url: '/', description: 'The shop that answers on this host.' }]
  })
  for (const { method, path, permission } of statedPermissions(api)) {
    const shown = path.replaceAll(/:(\w+)(\{.*?\})?/g, '{$1}')
    const operation = document.paths?.[shown]?.[method.toLowerCase() as 'get']
    if (operation) complete(operation, `${method} ${shown}`, permission)
  }
  const tags = new Set(Object.keys(document.paths ?? {}).map(tagOf))
  return Object.assign(document, { tags: [...tags].sort().map((name) => ({ name })) })
}

function complete(operation: Operation, route: string, permission: string | undefined): void {
  const [method = '', path = ''] = route.split(' ')
  const words = path
    .split('/')
    .slice(3)
    .join(' ')
    .replaceAll(/[{}]/g, '')
    .split(/[\s.-]+/)
  const name = [method.toLowerCase(), ...words].map((word, i) =>
    i ? word[0]?.toUpperCase() + word.slice(1) : word
  )
  operation.operationId ??= name.join('')
  operation.tags ??= [tagOf(path)]
  if (permission !== 'public') operation.security ??= [{ key: [permission ?? ''] }]
  Object.assign(operation, { 'x-permission': permission })
}
