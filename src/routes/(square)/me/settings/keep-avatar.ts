import type { RequestEvent } from '@sveltejs/kit'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { setAvatar } from '#domain/members/index.ts'
import { ingestPicture } from '#domain/pictures/index.ts'
import { refuse } from '../../../refuse.ts'

/** The action behind the picture's form: keeps the chosen file and shows it, or takes the picture off. */
export async function keepAvatar(event: RequestEvent) {
  const { ctx, actor } = event.locals
  const file = (await event.request.formData()).get('picture')
  if (!(file instanceof File) || file.size === 0) {
    await setAvatar(ctx, actor, null)
    return { saved: 'avatar' }
  }
  const body = Readable.fromWeb(file.stream() as ReadableStream)
  const kept = await ingestPicture(ctx, actor, body, { declaredType: file.type })
  if (!kept.ok) return refuse(event, kept, { form: 'avatar' })
  const outcome = await setAvatar(ctx, actor, kept.value.id)
  return outcome.ok ? { saved: 'avatar' } : refuse(event, outcome, { form: 'avatar' })
}
