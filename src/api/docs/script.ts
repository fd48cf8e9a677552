/**
 * What the pages' forms do in a browser: a request with the key that was pasted, or without one by the session, which
 * may only read; its reply is shown. It must name nothing outside itself, as browsers get its text.
 */
function tryOut(): void {
  const key = document.querySelector<HTMLInputElement>('#key')
  for (const hidden of document.querySelectorAll<HTMLElement>('.try, .key')) hidden.hidden = false
  const narrow = window.matchMedia('(width < 60rem)').matches
  if (narrow) document.querySelector('nav details')?.removeAttribute('open')

  async function send(form: HTMLFormElement): Promise<void> {
    const said = form.querySelector<HTMLElement>('.said')!
    const shown = form.querySelector<HTMLElement>('pre')!
    const { method = 'GET', path = '' } = form.dataset
    const token = key?.value.trim() ?? ''
    if (!token && method !== 'GET') {
      said.textContent = 'Paste a key above: without one a page may only read.'
      return
    }
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const)
    let address = path
    const query = new URLSearchParams()
    for (const [name, value] of fields) {
      const [where, field = ''] = name.split(':')
      if (where === 'path') address = address.replace(`{${field}}`, encodeURIComponent(value))
      if (where === 'query' && value) query.set(field, value)
    }
    const body = fields.find(([name]) => name === 'body')?.[1]
    const headers: Record<string, string> = {}
    if (token) headers.authorization = `Bearer ${token}`
    if (body !== undefined) headers['content-type'] = 'application/json'
    said.textContent = 'Asking…'
    const credentials = token ? 'omit' : 'same-origin'
    const answer = await fetch(`${address}${query.size ? `?${query}` : ''}`, {
      method,
      headers,
      body,
      credentials
    })
    const text = await answer.text()
    said.textContent = `${answer.status} ${answer.statusText}`
    shown.hidden = text === ''
    shown.textContent = pretty(text)
  }

  function pretty(text: string): string {
    try {
      return JSON.stringify(JSON.parse(text), null, 2)
    } catch {
      return text
    }
  }

  document.addEventListener('submit', (event) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    send(form).catch((error: unknown) => {
      form.querySelector<HTMLElement>('.said')!.textContent = String(error)
    })
  })
}

export const script = `(${tryOut.toString()})()`
