import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { RequestEvent } from '@sveltejs/kit'
import { ingestPicture, type PictureView } from '#domain/pictures/index.ts'
import type { Outcome } from '#platform/outcome.ts'

type Refused = Extract<Outcome<unknown>, { ok: false }>

/** Keeps the pictures that a form brings along where no script sends them; all are tried before a refusal is told. */
export async function keepChosen(
  { locals: { ctx, actor } }: RequestEvent,
  form: FormData
): Promise<{ kept: PictureView[]; refused?: Refused }> {
  const kept = new Map<string, PictureView>()
  let refused: Refused | undefined
  for (const file of form.getAll('pictures')) {
    if (!(file instanceof File) || file.size === 0) continue
    const body = Readable.fromWeb(file.stream() as ReadableStream)
    const picture = await ingestPicture(ctx, actor, body, { declaredType: file.type })
    if (picture.ok) kept.set(picture.value.id, picture.value)
    else refused ??= picture
  }
  return { kept: [...kept.values()], ...(refused && { refused }) }
}
