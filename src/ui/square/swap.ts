/**
 * Sends a form marked data-swap without leaving the page: the part of the answer with the same id takes the place of
 * the one here. If it cannot be sent, the browser sends the form as it always would; what was sent is never sent twice.
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
  part.ariaBusy = 'true'
  part.inert = true
  const headers = { accept: 'text/html' }
  const answer = await fetch(form.action, { method: 'POST', headers, body }).catch(() => undefined)
  if (!answer) return form.submit()
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.getElementById(part.id)
  if (!fresh) return location.assign(answer.url)
  part.replaceWith(fresh)
  const place = fresh.querySelector<HTMLElement>('[role=alert], h2')
  place?.setAttribute('tabindex', '-1')
  place?.focus({ preventScroll: true })
}
