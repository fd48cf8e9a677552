/** One field of a form as it arrives. A part's body must be read, or is skipped, before the next one. */
export type Part = { name: string; fileName: string | undefined; type: string; body: AsyncIterable<Buffer> }

/** The form breaks off or does not keep to RFC 7578. */
export class MalformedForm extends Error {}

const HEAD_BYTES = 8_192
const CRLF = '\r\n'

/** Reads a multipart/form-data body part by part, however large, with no more in memory than one chunk. */
export async function* readParts(body: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<Part> {
  const boundary = /boundary="?([^";]{1,70})"?/i.exec(contentType)?.[1]
  if (!boundary) throw new MalformedForm('no boundary')
  const source = reader(body)
  const mark = Buffer.from(`${CRLF}--${boundary}`)
  await drain(source.until(mark))
  while ((await source.take(2)).toString() === CRLF) {
    const part = source.until(mark)
    const head = await source.line(`${CRLF}${CRLF}`, HEAD_BYTES)
    yield { ...readHead(head), body: part }
    await drain(part)
  }
}

async function drain(chunks: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of chunks);
}

function readHead(head: string): Omit<Part, 'body'> {
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? ''
  const field = (name: string) => new RegExp(`[; ]${name}="([^"]*)"`, 'i').exec(disposition)?.[1]
  const type = /^content-type:(.*)$/im.exec(head)?.[1]?.trim() ?? 'text/plain'
  return { name: field('name') ?? '', fileName: field('filename'), type }
}

/** Bytes in hand before the stream's own; begins with a line end, so that the first boundary is found like the rest. */
function reader(body: AsyncIterable<Uint8Array>) {
  const chunks = body[Symbol.asyncIterator]()
  let held = Buffer.from(CRLF)

  async function more(): Promise<void> {
    const { done, value } = await chunks.next()
    if (done) throw new MalformedForm('the form breaks off')
    held = held.length ? Buffer.concat([held, value]) : Buffer.from(value)
  }

  function cut(length: number): Buffer {
    const piece = held.subarray(0, length)
    held = held.subarray(length)
    return piece
  }

  return {
    async take(length: number): Promise<Buffer> {
      while (held.length < length) await more()
      return cut(length)
    },
    async line(end: string, limit: number): Promise<string> {
      while (held.indexOf(end) < 0) {
        if (held.length > limit) throw new MalformedForm('a head without end')
        await more()
      }
      return cut(held.indexOf(end) + end.length).toString('utf8')
    },
    /** Everything up to the mark, which is taken away as well. */
    async *until(mark: Buffer): AsyncGenerator<Buffer> {
      for (;;) {
        const at = held.indexOf(mark)
        if (at >= 0) {
          if (at > 0) yield cut(at)
          cut(mark.length)
          return
        }
        if (held.length >= mark.length) yield cut(held.length - mark.length + 1)
        await more()
      }
    }
  }
}
