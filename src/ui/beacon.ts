import type { Attachment } from 'svelte/attachments'

/** What the reader saw or tapped. Nothing here says who they are. */
export type Interaction =
  | { kind: 'view'; post: string }
  | { kind: 'product_view'; product: string; post?: string }
  | { kind: 'click'; to: 'product' | 'buy' | 'link'; post?: string; product?: string }

const PATH = '/api/v1/interactions'
const MOST = 50
const WAIT_MS = 4_000
const LOOK_MS = 800

let waiting: (Interaction & { at: number })[] = []
let timer: ReturnType<typeof setTimeout> | undefined

/** Notes an interaction; several go out together, at the latest when the page is left. */
export function report(interaction: Interaction): void {
  if (waiting.length === 0) addEventListener('visibilitychange', flush, { once: true })
  waiting.push({ ...interaction, at: Date.now() })
  if (waiting.length >= MOST) flush()
  else timer ??= setTimeout(flush, WAIT_MS)
}

function flush(): void {
  clearTimeout(timer)
  timer = undefined
  removeEventListener('visibilitychange', flush)
  if (waiting.length === 0) return
  const click = new URLSearchParams(location.search).get('tclid')
  const body = JSON.stringify({ items: waiting, click })
  waiting = []
  if (!navigator.sendBeacon(PATH, body)) void fetch(PATH, { method: 'POST', body, keepalive: true })
}

const seen = new Set<string>()

/** Reports once a visit that this element was in sight, at least half of it or half the window, for most of a second. */
export const seenAs =
  (interaction: Interaction): Attachment =>
  (element) => {
    const key = JSON.stringify(interaction)
    if (seen.has(key)) return
    let looking: ReturnType<typeof setTimeout> | undefined
    const observer = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(looking)
        if (!entry || !isInSight(entry)) return
        looking = setTimeout(() => {
          observer.disconnect()
          if (!seen.has(key)) report(interaction)
          seen.add(key)
        }, LOOK_MS)
      },
      { threshold: [0.25, 0.5] }
    )
    observer.observe(element)
    return () => {
      clearTimeout(looking)
      observer.disconnect()
    }
  }

const isInSight = ({ intersectionRatio, intersectionRect }: IntersectionObserverEntry): boolean =>
  intersectionRatio >= 0.5 || intersectionRect.height >= innerHeight / 2
