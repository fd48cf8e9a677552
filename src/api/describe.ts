import { allow, statedPermissions } from './allow.ts'
import type { openApp } from './app.ts'
import { describeWebhooks } from './describe-webhooks.ts'

/** Answers the API's own description, OpenAPI 3.1, made from the schemas the routes check with. */
export function describe(api: ReturnType<typeof openApp>): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description:
      'A key of the shop, made in the studio under Settings, Keys. Its scopes are the permissions that operations name.'
  })
  describeWebhooks(api)
  api.get('/api/v1/openapi.json', allow('public'), (c) => {
    const document = api.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Torilla', version: '1' },
      servers: [{ url: '/' }]
    })
    for (const { method, path, permission } of statedPermissions(api)) {
      const operations = document.paths?.[path.replaceAll(/:(\w+)(\{.*?\})?/g, '{$1}')]
      const operation = operations?.[method.toLowerCase() as 'get']
      if (operation) Object.assign(operation, { 'x-permission': permission })
    }
    return c.json(document)
  })
}
