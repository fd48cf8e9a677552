import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/**
 * A fake S3 for tests on loopback: one bucket in memory. It works every signature out again from the published
 * recipe (Signature Version 4), checks length and payload hash, pages its lists by two, and fails when told to.
 */
export type FakeS3 = {
  config: { endpoint: string; region: string; bucket: string; accessKeyId: string; secretAccessKey: string }
  objects: Map<string, { body: Buffer; type: string }>
  /** Method, path and status of every request answered. */
  seen: string[]
  /** Answers these statuses to the next requests instead of obeying them. */
  failNext: (...statuses: number[]) => void
  close: () => Promise<void>
}

const account = {
  region: 'eu-north-1',
  bucket: 'torilla',
  accessKeyId: 'AKIDFAKE',
  secretAccessKey: 'not/a+secret'
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest('hex')
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest()

const strict = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

function canonical(request: IncomingMessage, url: URL, names: string[]): string {
  const query = [...url.searchParams].map(([name, value]) => `${strict(name)}=${strict(value)}`).sort()
  const headers = names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`)
  const payload = String(request.headers['x-amz-content-sha256'])
  return [request.method, url.pathname, query.join('&'), headers.join(''), names.join(';'), payload].join(
    '\n'
  )
}

function signatureHolds(request: IncomingMessage, url: URL): boolean {
  const pattern = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(.+), SignedHeaders=(.+), Signature=(\w+)$/
  const [, id, scope = '', signed = '', signature] = pattern.exec(request.headers.authorization ?? '') ?? []
  const names = signed.split(';')
  if (id !== account.accessKeyId || !names.includes('host') || !names.includes('x-amz-date')) return false
  const text = [
    'AWS4-HMAC-SHA256',
    request.headers['x-amz-date'],
    scope,
    sha256(canonical(request, url, names))
  ]
  const key = scope.split('/').reduce<Buffer | string>(hmac, `AWS4${account.secretAccessKey}`)
  return (
    scope.endsWith(`/${account.region}/s3/aws4_request`) &&
    hmac(key, text.join('\n')).toString('hex') === signature
  )
}

const answer = (
  response: ServerResponse,
  status: number,
  body: Buffer | string = '',
  type = 'application/xml'
) => response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)

const complain = (response: ServerResponse, status: number, code: string) =>
  answer(response, status, `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`)

function list(objects: FakeS3['objects'], url: URL): string {
  const prefix = url.searchParams.get('prefix') ?? ''
  const after = url.searchParams.get('continuation-token') ?? ''
  const keys = [...objects.keys()].sort().filter((key) => key.startsWith(prefix) && key > after)
  const page = keys.slice(0, 2)
  const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')
  const next = keys.length > 2 ? `<NextContinuationToken>${page[1]}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult>${contents}${next}</ListBucketResult>`
}

function obey(
  objects: FakeS3['objects'],
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  body: Buffer
) {
  const key = decodeURIComponent(url.pathname.slice(account.bucket.length + 2))
  if (request.method === 'GET' && key === '') return answer(response, 200, list(objects, url))
  if (request.method === 'PUT') {
    objects.set(key, { body, type: String(request.headers['content-type']) })
    return answer(response, 200)
  }
  if (request.method === 'DELETE') {
    objects.delete(key)
    return response.writeHead(204).end()
  }
  const found = objects.get(key)
  if (!found) return complain(response, 404, 'NoSuchKey')
  response.setHeader('etag', `"${createHash('md5').update(found.body).digest('hex')}"`)
  return answer(response, 200, found.body, found.type)
}

function objection(request: IncomingMessage, url: URL, body: Buffer): [number, string] | undefined {
  if (!signatureHolds(request, url)) return [403, 'SignatureDoesNotMatch']
  if (url.pathname.split('/')[1] !== account.bucket) return [404, 'NoSuchBucket']
  if (request.method === 'PUT' && !request.headers['content-length']) return [411, 'MissingContentLength']
  if (sha256(body) !== request.headers['x-amz-content-sha256']) return [400, 'XAmzContentSHA256Mismatch']
  return undefined
}

export async function fakeS3(): Promise<FakeS3> {
  const objects: FakeS3['objects'] = new Map()
  const seen: string[] = []
  const failures: number[] = []
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake')
    const body = await buffer(request)
    response.on('finish', () => seen.push(`${request.method} ${request.url} ${response.statusCode}`))
    const failed = failures.shift()
    const wrong: [number, string] | undefined = failed
      ? [failed, 'InternalError']
      : objection(request, url, body)
    if (wrong) return complain(response, ...wrong)
    return obey(objects, request, response, url, body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
  return {
    config: { endpoint, ...account },
    objects,
    seen,
    failNext: (...s) => void failures.push(...s),
    close
  }
}
