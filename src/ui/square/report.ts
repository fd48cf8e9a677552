type Seen = { kind: 'view'; post: string }
type Looked = { kind: 'product_view'; product: string }
type Tapped = { kind: 'click'; to: 'product' | 'buy'; post: string; product: string }
type Shared = { kind: 'share'; post: string }
type Interaction = Seen | Looked | Tapped | Shared

const PATH = '/api/v1/interactions'
const MOST = 50
const WAIT_MS = 4_000
const LOOK_MS = 800

let waiting: (Interaction & { at: number })[] = []
let timer: ReturnType<typeof setTimeout> | undefined

/** Notes what was seen and tapped; several go out together, at the latest when the page is left. Names nobody. */
export function report(interaction: Interaction): void {
  waiting.push({ ...interaction, at: Date.now() })
  if (waiting.length >= MOST) flush()
  else timer ??= setTimeout(flush, WAIT_MS)
}

function flush(): void {
  clearTimeout(timer)
  timer = undefined
  if (waiting.length === 0) return
  const click = new URLSearchParams(location.search).get('tclid')
  const body = JSON.stringify({ items: waiting, click })
  waiting = []
  if (!navigator.sendBeacon(PATH, body)) void fetch(PATH, { method: 'POST', body, keepalive: true })
}

/** Looks at the posts on the page; the answer is called when there are more of them. */
export function startReporting(): () => void {
  const looking = new Map<Element, ReturnType<typeof setTimeout>>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        clearTimeout(looking.get(entry.target))
        if (isInSight(entry))
          looking.set(
            entry.target,
            setTimeout(() => seen(entry.target), LOOK_MS)
          )
      }
    },
    { threshold: [0.25, 0.5] }
  )
  function seen(post: Element): void {
    observer.unobserve(post)
    report({ kind: 'view', post: post.getAttribute('data-post') ?? '' })
  }
  function look(): void {
    for (const post of document.querySelectorAll('[data-post]:not([data-looked])')) {
      post.setAttribute('data-looked', '')
      observer.observe(post)
    }
  }
  document.addEventListener('visibilitychange', flush)
  document.addEventListener('toggle', tapped, true)
  document.addEventListener('submit', tapped)
  look()
  return look
}

/** At least half of it, or half the window full of it. */
const isInSight = ({ intersectionRatio, intersectionRect }: IntersectionObserverEntry): boolean =>
  intersectionRatio >= 0.5 || intersectionRect.height >= innerHeight / 2

/** A product's tag was opened, or bought from. */
function tapped({ target, type }: Event): void {
  if (!(target instanceof HTMLElement)) return
  const product = target.closest<HTMLElement>('[data-product]')?.dataset.product
  const post = target.closest<HTMLElement>('[data-post]')?.dataset.post
  if (!product || !post) return
  if (type === 'submit') report({ kind: 'click', to: 'buy', product, post })
  else if (target instanceof HTMLDetailsElement && target.open) {
    report({ kind: 'click', to: 'product', product, post })
  }
}
