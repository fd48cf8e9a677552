import { bodyOf, type Shown } from './model.ts'

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** A request as it is typed in a terminal; the key is taken from $KEY. */
export function curlOf({ method, path, operation }: Shown, origin: string): string {
  const body = bodyOf(operation)
  const isJson = body?.type === 'application/json'
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(`${origin}${path}${queryOf({ operation })}`)}`
  ]
  if (operation['x-permission'] !== 'public') lines.push(`-H "Authorization: Bearer $KEY"`)
  if (method !== 'GET') lines.push(`-H "Idempotency-Key: $(uuidgen)"`)
  if (body) lines.push(`-H ${quoted(`Content-Type: ${body.type}`)}`)
  if (isJson) lines.push(`-d ${quoted(JSON.stringify(body.example ?? {}))}`)
  else if (body) lines.push('--data-binary @file')
  return lines.join(' \\\n  ')
}

const queryOf = ({ operation }: Pick<Shown, 'operation'>): string => {
  const needed = (operation.parameters ?? []).filter((one) => one.in === 'query' && one.required)
  return needed.length ? `?${needed.map(({ name }) => `${name}=…`).join('&')}` : ''
}

/** The same by the typed client. */
export function clientOf({ method, path, operation }: Shown): string {
  const body = bodyOf(operation)
  const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `${name}: '…'`)
  const parts = [
    ...['client'],
    ...(params.length ? [`path: { ${params.join(', ')} }`] : []),
    ...(method === 'GET' ? [] : [`headers: { 'Idempotency-Key': crypto.randomUUID() }`]),
    ...(body?.type === 'application/json'
      ? [`body: ${JSON.stringify(body.example ?? {}, null, 2)}`]
      : body
        ? ['body: file']
        : [])
  ]
  return `const { data, error } = await ${operation.operationId}({\n${parts.join(',\n').replace(/^/gm, '  ')}\n})`
}
