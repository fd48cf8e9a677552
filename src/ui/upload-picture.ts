import type { PictureView } from '#domain/pictures/index.ts'

type Sent = { ok: true; value: PictureView } | { ok: false; refusal: string }

/** Sends one picture as it is; the server says what it made of it, or why not. */
export async function uploadPicture(file: File): Promise<Sent> {
  try {
    const answer = await fetch('/api/v1/pictures', { method: 'POST', body: file })
    const body = (await answer.json()) as PictureView & { code?: string }
    return answer.ok ? { ok: true, value: body } : { ok: false, refusal: body.code ?? 'unknown' }
  } catch {
    return { ok: false, refusal: 'unknown' }
  }
}

/** The pictures in what was dropped or pasted. */
export const imagesIn = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
