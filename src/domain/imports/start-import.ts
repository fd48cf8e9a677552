import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { later, write } from '#domain/ledger/index.ts'
import { BodyTooLong } from '#platform/files/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { cleanLine } from '#platform/text.ts'
import { findMapping } from './mappings.ts'
import { headOf } from './open-file.ts'
import { kindOf, type ImportKind } from './records/index.ts'

/** The largest file taken, in bytes. */
export const IMPORT_BYTES = 1_073_741_824

export type ImportFile = {
  name: string
  body: AsyncIterable<Uint8Array>
  /** Whether the file's stock replaces that of products which are already here. */
  overwriteStock?: boolean
  /** Only to be looked at; nothing is brought in before that is asked for. */
  look?: boolean
  /** What is in it, where that is not what its headings tell. */
  kind?: ImportKind
}

/**
 * Keeps a file, streamed, and has the worker bring it in; one that is only to be looked at waits. How its columns were
 * read the last time is how they are read again.
 */
export async function startImport(
  ctx: Context,
  actor: Actor,
  file: ImportFile
): Promise<Outcome<{ id: string }, 'file_too_large' | 'file_empty'>> {
  const { shopId } = actor
  const id = ctx.ids.next()
  const key = `imports/${shopId}/${id}.csv`
  const kept = await keep(ctx, key, file.body)
  if (!kept.ok) return kept
  const head = await headOf(ctx, key)
  const said = await findMapping(ctx, shopId, head.headings, file.kind)
  const kind = file.kind ?? said?.kind ?? kindOf(head)
  const now = ctx.clock.now()
  return write(ctx, shopId, async (tx) => {
    await tx
      .insertInto('imports')
      .values({
        shop_id: shopId,
        id,
        kind,
        file_key: key,
        file_name: plainName(file.name),
        file_bytes: kept.value.bytes,
        file_hash: kept.value.hash,
        overwrite_stock: file.overwriteStock ?? false,
        mapping: said ? JSON.stringify(said.mapping) : null,
        state: file.look ? 'preview' : 'queued',
        started_by: actor.memberId,
        created_at: now,
        touched_at: now
      })
      .execute()
    if (!file.look) await later(ctx, tx, shopId, 'import.run', { importId: id })
    return done({ id })
  })
}

/** Stores the file and answers its size and hash. */
async function keep(
  ctx: Context,
  key: string,
  body: AsyncIterable<Uint8Array>
): Promise<Outcome<{ bytes: number; hash: string }, 'file_too_large' | 'file_empty'>> {
  let bytes = 0
  const hash = createHash('sha256')
  async function* measured() {
    for await (const chunk of body) {
      bytes += chunk.length
      if (bytes > IMPORT_BYTES) throw new BodyTooLong(IMPORT_BYTES)
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await ctx.files.put(key, Readable.from(measured(), { objectMode: false }), { contentType: 'text/csv' })
  } catch (error) {
    if (error instanceof BodyTooLong) return refused('file_too_large', { limit: error.limit })
    throw error
  }
  if (bytes > 0) return done({ bytes, hash: hash.digest('hex') })
  await ctx.files.remove(key)
  return refused('file_empty')
}

/** A file's name without the folders it came from, to be shown and never used as a path. */
const plainName = (name: string): string =>
  cleanLine(name.slice(-1_000).replace(/^.*[\\/]/s, '')).slice(0, 200) || 'products.csv'
