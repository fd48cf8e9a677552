import { showCounts, type Numbers } from './counts.ts'
import { hush, refusalOf, sayRefused, type Refusal } from './refuse.ts'

/** Likes, reposts and saves where one stands: shown at once, taken back in words if the server says otherwise. */
export function startReactions(): void {
  document.addEventListener('submit', (event) => {
    const button = event.submitter
    const post = button?.closest<HTMLElement>('[data-post]')
    if (!post || !(button instanceof HTMLButtonElement) || !button.matches('[aria-pressed].act')) return
    event.preventDefault()
    if (!post.dataset.pressed) void press(post, button)
  })
}

async function press(post: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const on = button.value === 'on'
  const place = button.querySelector<HTMLElement>('[data-count]')
  const before = Number(place?.dataset.n ?? 0)
  const name = place?.dataset.count ?? ''
  post.dataset.pressed = button.name
  hush()
  mark(button, on)
  showCounts(post, { [name]: before + (on ? 1 : -1) })
  const answer = await send(post.dataset.post ?? '', button.name, on)
  delete post.dataset.pressed
  if (typeof answer !== 'string') return showCounts(post, answer)
  mark(button, !on)
  showCounts(post, { [name]: before })
  if (button.form) sayRefused(button.form, answer)
}

function mark(button: HTMLButtonElement, on: boolean): void {
  button.ariaPressed = `${on}`
  button.value = on ? 'off' : 'on'
}

async function send(post: string, kind: string, on: boolean): Promise<Numbers | Refusal> {
  const method = on ? 'PUT' : 'DELETE'
  const path = `/api/v1/posts/${post}/reactions/${kind}`
  const answer = await fetch(path, { method }).catch(() => undefined)
  const numbers = answer?.ok ? await (answer.json() as Promise<Numbers>).catch(() => undefined) : undefined
  return numbers ?? refusalOf(answer)
}
