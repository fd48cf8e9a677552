import { setTimeout as pause } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import { FileStoreFailed } from './files.ts'

export type S3Config = {
  /** Such as `https://s3.eu-north-1.amazonaws.com` or `http://localhost:9000`; the bucket goes into the path. */
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  /** Until the answer's headers, for a request without a body. */
  timeoutMs?: number
}

export type S3Request = {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  /** Below the bucket, of a safe key's characters only; or the bucket itself when empty. */
  key: string
  query?: Record<string, string>
  body?: { blob: Blob; sha256: string; contentType: string }
}

export type S3Send = (request: S3Request) => Promise<Response>

const sha256OfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const tries = 4
const slowestBytesPerMs = 50

const address = ({ endpoint, bucket }: S3Config, { key, query }: S3Request): URL => {
  const url = new URL(`${endpoint.replace(/\/+$/, '')}/${bucket}${key === '' ? '' : `/${key}`}`)
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
  return url
}

const initOf = (request: S3Request): RequestInit => ({
  method: request.method,
  redirect: 'error',
  body: request.body?.blob,
  headers: {
    'x-amz-content-sha256': request.body?.sha256 ?? sha256OfNothing,
    ...(request.body && { 'content-type': request.body.contentType })
  }
})

/** Nothing may be compressed on the way, or sizes would lie; unsigned, since proxies rewrite this header. */
async function sign(aws: AwsClient, config: S3Config, request: S3Request): Promise<Request> {
  const signed = await aws.sign(address(config, request), initOf(request))
  signed.headers.set('accept-encoding', 'identity')
  return signed
}

/** The deadline ends with the headers: how long a reader takes over the body is the reader's affair. */
async function fetchUntilHeaders(request: Request, ms: number): Promise<Response> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(new Error(`No answer in ${ms} ms`)), ms)
  return fetch(request, { signal: deadline.signal }).finally(() => clearTimeout(timer))
}

async function failure(request: S3Request, answer: Response | Error): Promise<FileStoreFailed> {
  const what = `${request.method} ${request.key || 'bucket'}`
  if (answer instanceof Error) return new FileStoreFailed(`S3 did not answer ${what}`, { cause: answer })
  const code = /<Code>([A-Za-z]{1,60})<\/Code>/.exec(await answer.text().catch(() => ''))?.[1] ?? 'no code'
  return new FileStoreFailed(`S3 answered ${answer.status} (${code}) to ${what}`, { status: answer.status })
}

const passing = (answer: Response | Error) =>
  answer instanceof Error || answer.status >= 500 || answer.status === 429

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))

/**
 * Signs and sends one request, again after a passing failure: every request here may safely be repeated.
 * Answers 2xx and 404 only; everything else throws FileStoreFailed.
 */
export function s3Sender(config: S3Config): S3Send {
  const aws = new AwsClient({ ...config, service: 's3' })
  return async (request) => {
    const ms = (config.timeoutMs ?? 15_000) + (request.body?.blob.size ?? 0) / slowestBytesPerMs
    for (let attempt = 1; ; attempt++) {
      const signed = await sign(aws, config, request)
      const answer = await fetchUntilHeaders(signed, ms).catch(asError)
      if (answer instanceof Response && (answer.ok || answer.status === 404)) return answer
      if (attempt === tries || !passing(answer)) throw await failure(request, answer)
      if (answer instanceof Response) await answer.body?.cancel()
      await pause(100 * 2 ** attempt)
    }
  }
}
