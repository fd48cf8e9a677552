import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { agreedType } from './content-type.ts'
import { FileStoreFailed, type Files, type OpenFile } from './files.ts'
import { checkKey, safeFolder, safeKey } from './key.ts'
import { s3Sender, type S3Config, type S3Send } from './s3-request.ts'
import { spool } from './spool.ts'

async function putObject(
  send: S3Send,
  key: string,
  body: Buffer | Readable,
  contentType: string
): Promise<void> {
  const spooled = await spool(body)
  try {
    const { body: blob, sha256 } = spooled
    const answer = await send({ method: 'PUT', key, body: { blob, sha256, contentType } })
    await answer.body?.cancel()
    if (answer.status === 404) throw new FileStoreFailed(`S3 has no such bucket for ${key}`, { status: 404 })
  } finally {
    await spooled.drop()
  }
}

async function openObject(send: S3Send, key: string): Promise<OpenFile | undefined> {
  const answer = await send({ method: 'GET', key })
  if (!answer.ok || !answer.body) {
    await answer.body?.cancel()
    return undefined
  }
  return {
    stream: Readable.fromWeb(answer.body as ReadableStream<Uint8Array>),
    size: Number(answer.headers.get('content-length')),
    contentType: answer.headers.get('content-type') ?? undefined,
    etag: answer.headers.get('etag') ?? undefined
  }
}

const texts = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map((match) => match[1] ?? '')

/** Names that could not have been stored by us are not ours to speak of. */
async function* listObjects(send: S3Send, prefix: string): AsyncGenerator<string> {
  let token: string | undefined
  do {
    const query = { 'list-type': '2', prefix, ...(token && { 'continuation-token': token }) }
    const answer = await send({ method: 'GET', key: '', query })
    const xml = await answer.text()
    if (!answer.ok) throw new FileStoreFailed('S3 has no such bucket to list', { status: answer.status })
    for (const key of texts(xml, 'Key')) if (checkKey(key).ok) yield key
    token = texts(xml, 'NextContinuationToken')[0]
  } while (token)
}

/** Objects in one S3-compatible bucket, addressed by path; uploads are hashed, signed whole, and retried. */
export function s3Files(config: S3Config): Files {
  const send = s3Sender(config)
  const finish = async (method: 'HEAD' | 'DELETE', key: string) => {
    const answer = await send({ method, key: safeKey(key) })
    await answer.body?.cancel()
    return answer.ok
  }
  return {
    put: async (key, body, options) =>
      putObject(send, safeKey(key), body, agreedType(key, options?.contentType)),
    open: async (key) => openObject(send, safeKey(key)),
    remove: async (key) => void (await finish('DELETE', key)),
    exists: (key) => finish('HEAD', key),
    list: (folder) => listObjects(send, safeFolder(folder))
  }
}
