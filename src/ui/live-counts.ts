import type { Counts } from '#domain/posts/index.ts'

const MOST = 60

/**
 * Follows the counts of the posts on a page as they move. The stream is open only while the page is in sight; when it
 * opens again, the server first says how things stand. The answer ends it.
 */
export function watchCounts(postIds: readonly string[], changed: (postId: string, counts: Counts) => void) {
  const address = `/api/v1/live?posts=${postIds.slice(-MOST).join(',')}`
  let stream: EventSource | undefined

  function hear(event: MessageEvent<string>): void {
    for (const [id, counts] of Object.entries(JSON.parse(event.data) as Record<string, Counts>)) {
      changed(id, counts)
    }
  }
  function look(): void {
    if (document.hidden) {
      stream?.close()
      stream = undefined
    } else if (!stream) {
      stream = new EventSource(address)
      stream.addEventListener('counts', hear)
    }
  }
  if (postIds.length === 0) return () => {}
  look()
  document.addEventListener('visibilitychange', look)
  return () => {
    document.removeEventListener('visibilitychange', look)
    stream?.close()
  }
}
