import { postElement, showCounts, type Numbers } from './counts.ts'

const MOST = 60
const AGAIN_MS = 5_000

/**
 * Follows the counts of the posts on the page as they move. The stream is open only while the page is in sight; when
 * it opens again, the server first says how things stand. The answer is called when there are other posts to follow.
 */
export function startLive(): () => void {
  let stream: EventSource | undefined
  function close(): void {
    stream?.close()
    stream = undefined
  }
  function open(): void {
    const ids = [...document.querySelectorAll<HTMLElement>('[data-post]')].map((post) => post.dataset.post)
    if (document.hidden || stream || ids.length === 0) return
    stream = new EventSource(`/api/v1/live?posts=${ids.slice(-MOST).join(',')}`)
    stream.addEventListener('counts', (event) => hear(JSON.parse(event.data) as Record<string, Numbers>))
    stream.addEventListener('error', refused)
  }
  // A server that is away is asked again by the browser itself; one that answers with an error, as a proxy does for it,
  // is not.
  function refused({ target }: Event): void {
    if (target !== stream || stream?.readyState !== EventSource.CLOSED) return
    stream = undefined
    setTimeout(open, AGAIN_MS * (1 + Math.random()))
  }
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()))
  open()
  return () => {
    close()
    open()
  }
}

/** A post that was just pressed waits for its own answer instead. */
function hear(posts: Record<string, Numbers>): void {
  for (const [id, numbers] of Object.entries(posts)) {
    const post = postElement(id)
    if (post && !post.dataset.pressed) showCounts(post, numbers)
  }
}
