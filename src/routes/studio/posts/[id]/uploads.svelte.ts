import type { PictureView } from '#domain/pictures/index.ts'
import type { Refused } from './autosave.svelte.ts'

const MOST_BYTES = 50_000_000

export type Upload = { key: number; name: string; share: number; refused: Refused | null }

let keys = 0

/** Sends pictures one after the other, each shown with how far it is; `kept` gets those the shop now has. */
export function uploads(kept: (picture: PictureView) => void) {
  const list = $state<Upload[]>([])
  let queue = Promise.resolve()

  function add(files: Iterable<File>): void {
    for (const file of files) {
      const index = list.push({ key: keys++, name: file.name, share: 0, refused: null }) - 1
      const upload = list[index]!
      queue = queue.then(() => send(file, upload))
    }
  }

  async function send(file: File, upload: Upload): Promise<void> {
    if (file.size > MOST_BYTES) return void (upload.refused = { refusal: 'picture_too_large' })
    const answer = await post(file, (share) => (upload.share = share))
    if ('id' in answer) {
      kept(answer)
      drop(upload.key)
    } else upload.refused = answer
  }

  function drop(key: number): void {
    const at = list.findIndex((one) => one.key === key)
    if (at >= 0) list.splice(at, 1)
  }

  return { list, add, drop }
}

/** XMLHttpRequest, because fetch cannot say how far an upload has come. */
function post(file: File, progress: (share: number) => void): Promise<PictureView | Refused> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/pictures')
    request.responseType = 'json'
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total)
    request.onload = () => {
      const { code, detail } = (request.response ?? {}) as { code?: string; detail?: Refused['detail'] }
      resolve(
        request.status === 201 ? (request.response as PictureView) : { refusal: code ?? 'unknown', detail }
      )
    }
    request.onerror = () => resolve({ refusal: 'unknown' })
    request.send(file)
  })
}
