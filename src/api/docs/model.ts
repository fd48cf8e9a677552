/** As much of an OpenAPI document as its pages show. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  enum?: unknown[]
  const?: unknown
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

type Media = Record<string, { schema?: Schema; example?: unknown }>
export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  description?: string
  schema?: Schema
}
export type Operation = {
  operationId: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: { content: Media }
  responses: Record<string, { description: string; content?: Media }>
  'x-permission': string
}
export type Shown = { method: string; path: string; operation: Operation }
export type Document = {
  paths?: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Schema> }
  tags?: { name: string }[]
}

/** Every operation, in the order of the document. */
export const operationsOf = (document: Document): Shown[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation }))
  )

/** What an operation takes as its body, by example where there is one. */
export function bodyOf({
  requestBody
}: Operation): { type: string; schema?: Schema; example?: unknown } | undefined {
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? []
  return type ? { type, ...media } : undefined
}
