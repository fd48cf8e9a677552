import { showCounts, type Numbers } from './counts.ts'

/** Likes, reposts and saves where one stands: shown at once, taken back if the server says otherwise. */
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
  mark(button, on)
  showCounts(post, { [name]: before + (on ? 1 : -1) })
  const answer = await send(post.dataset.post ?? '', button.name, on)
  delete post.dataset.pressed
  if (answer === 'signed out') return void button.form?.submit()
  if (!answer) mark(button, !on)
  showCounts(post, answer ?? { [name]: before })
}

function mark(button: HTMLButtonElement, on: boolean): void {
  button.ariaPressed = `${on}`
  button.value = on ? 'off' : 'on'
}

async function send(post: string, kind: string, on: boolean): Promise<Numbers | 'signed out' | undefined> {
  try {
    const method = on ? 'PUT' : 'DELETE'
    const answer = await fetch(`/api/v1/posts/${post}/reactions/${kind}`, { method })
    if (answer.status === 401) return 'signed out'
    return answer.ok ? ((await answer.json()) as Numbers) : undefined
  } catch {
    return undefined
  }
}
