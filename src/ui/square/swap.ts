import { dropDraft, keepDraft } from './draft.ts'
import { hush, refusalOf, sayRefused } from './refuse.ts'

/**
 * Sends a form marked data-swap without leaving the page: the part of the answer with the same id takes the place of
 * the one here. What could not be sent, or was sent by someone who is signed in no more, stays as it was typed.
 */
export function startSwapping(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const part = form.closest<HTMLElement>('[data-swap]')
    if (!part || form.method !== 'post') return
    event.preventDefault()
    void swap(form, part, event.submitter)
  })
}

async function swap(form: HTMLFormElement, part: HTMLElement, submitter: HTMLElement | null): Promise<void> {
  const body = new URLSearchParams(new FormData(form, submitter) as unknown as Record<string, string>)
  hush()
  part.ariaBusy = 'true'
  part.inert = true
  const headers = { accept: 'text/html' }
  const answer = await fetch(form.action, { method: 'POST', headers, body }).catch(() => undefined)
  const text = await answer?.text().catch(() => undefined)
  const fresh = new DOMParser().parseFromString(text ?? '', 'text/html').getElementById(part.id)
  if (!answer?.ok && !fresh) return refuse(form, part, { submitter, answer })
  if (answer?.ok) dropDraft(form)
  if (!fresh) return location.assign(answer!.url)
  part.replaceWith(fresh)
  const refusal = fresh.querySelector<HTMLElement>('[role=alert]')
  const place = refusal ?? fresh.querySelector<HTMLElement>('h2')
  place?.setAttribute('tabindex', '-1')
  place?.focus({ preventScroll: true })
  refusal?.scrollIntoView({ block: 'nearest' })
}

type Refused = { submitter: HTMLElement | null; answer: Response | undefined }

function refuse(form: HTMLFormElement, part: HTMLElement, { submitter, answer }: Refused): void {
  part.ariaBusy = null
  part.inert = false
  submitter?.focus({ preventScroll: true })
  const why = refusalOf(answer)
  sayRefused(form, why, why === 'signed-out' && keepDraft(form))
}
