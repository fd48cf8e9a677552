import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { PERMISSIONS } from '#domain/accounts/index.ts'
import { api, documentOf, specsOf, statedPermissions } from './index.ts'

type Response = { description?: string; content?: object }
type Operation = {
  operationId: string
  summary?: string
  tags?: string[]
  security?: object[]
  responses: Record<string, Response>
  'x-permission': string
}
const document = documentOf(api)
const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
    path,
    method,
    operation
  }))
)

test('an outside validator finds the document to be OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)) as never)
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
})

test('every operation has a name of its own, a summary, a tag, a permission, and says how it can end', () => {
  expect(operations.length).toBeGreaterThan(100)
  for (const { path, method, operation } of operations) {
    const { operationId, summary, tags, responses, security } = operation
    const permission = operation['x-permission']
    expect([path, method, PERMISSIONS.includes(permission as never)]).toEqual([path, method, true])
    expect([path, summary && summary.length > 5, operationId, tags?.length]).toEqual([
      path,
      true,
      operationId,
      1
    ])
    expect([path, security !== undefined]).toEqual([path, permission !== 'public'])
    const ends = Object.keys(responses)
    expect([path, ends.some((status) => /^[23]/.test(status))]).toEqual([path, true])
    expect([path, ends.some((status) => status === 'default' || status.startsWith('4'))]).toEqual([
      path,
      true
    ])
    for (const response of Object.values(responses)) expect(response.description).toBeTruthy()
  }
  const names = operations.map(({ operation }) => operation.operationId)
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

/** Not for programs: an upload by a form without a script, files beside an import's page, the description itself. */
const UNSAID = /\/imports\/(form|\{id\}\/[\w-]+\.csv)$|\/openapi\.json$|\/docs(\/|$)/

test('every route of the API is in its document', () => {
  const said = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`)
  const routes = statedPermissions(api)
    .filter(({ path }) => path.startsWith('/api/v1'))
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(\{.*?\})?/g, '{$1}')}`)
  expect(routes.filter((route) => !said.includes(route) && !UNSAID.test(route))).toEqual([])
})

test('every body has an example, and it fits its schema', () => {
  const specs = [...specsOf(api).values()].filter(({ body }) => body)
  expect(specs.length).toBeGreaterThan(40)
  for (const { name, body, example } of specs) {
    expect([name, body?.safeParse(example).error?.issues]).toEqual([name, undefined])
  }
})
