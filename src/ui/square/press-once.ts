const AGAIN_MS = 10_000

/**
 * A form that leads on is sent once, however often its button is pressed before the next page is there: a second sending
 * would take the place of the first, and its answer, with the key of the cart in it, would be lost.
 */
export function startPressingOnce(): void {
  const sent = new Set<HTMLFormElement>()
  addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (event.defaultPrevented || form.method !== 'post') return
    if (sent.has(form)) return event.preventDefault()
    sent.add(form)
    setTimeout(() => sent.delete(form), AGAIN_MS)
  })
  addEventListener('pageshow', () => sent.clear())
}
