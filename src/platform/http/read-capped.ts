/** The bytes of a body, or undefined as soon as there are more than may be: the rest is not read. */
export async function readCapped(request: Request, most: number): Promise<Buffer | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return undefined
  if (!request.body) return Buffer.alloc(0)
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks, size)
    size += value.byteLength
    if (size > most) {
      await reader.cancel().catch(() => {})
      return undefined
    }
    chunks.push(value)
  }
}
