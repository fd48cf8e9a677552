import type { Context } from '#context'
import { reading, type Opener } from '#domain/catalog/index.ts'

/** Opens an import's kept file from its beginning, as often as it is read. */
export const openerOf =
  ({ files }: Pick<Context, 'files'>, { fileKey }: { fileKey: string }): Opener =>
  async () => {
    const file = await files.open(fileKey)
    if (!file) throw new Error(`The file ${fileKey} is gone`)
    return file.stream
  }

/** The same, but no more than its first bytes. */
export const partOf = (open: Opener, bytes: number): Opener =>
  async function* () {
    let left = bytes
    for await (const chunk of await open()) {
      yield chunk.subarray(0, left)
      left -= chunk.length
      if (left <= 0) return
    }
  }

/** What the beginning of a kept file tells of it. */
export async function headOf(ctx: Pick<Context, 'files'>, fileKey: string): Promise<reading.Detected> {
  const chunks: Uint8Array[] = []
  for await (const chunk of await partOf(openerOf(ctx, { fileKey }), reading.HEAD_BYTES)()) chunks.push(chunk)
  return reading.detect(Buffer.concat(chunks))
}
