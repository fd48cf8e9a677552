import type { Context } from '#context'
import type { Opener } from '#domain/catalog/index.ts'

/** Opens an import's kept file from its beginning, as often as it is read. */
export const openerOf =
  ({ files }: Pick<Context, 'files'>, { fileKey }: { fileKey: string }): Opener =>
  async () => {
    const file = await files.open(fileKey)
    if (!file) throw new Error(`The file ${fileKey} is gone`)
    return file.stream
  }
