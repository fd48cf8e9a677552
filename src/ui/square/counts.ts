import { formatCompact } from '../format.ts'

export type Numbers = Record<string, number>

const still = matchMedia('(prefers-reduced-motion: reduce)')

export const postElement = (postId: string): HTMLElement | null => document.getElementById(`p-${postId}`)

/** Writes numbers where a post shows them; one that changed drops into its place. */
export function showCounts(post: Element, numbers: Numbers): void {
  for (const place of post.querySelectorAll<HTMLElement>('[data-count]')) {
    const n = numbers[place.dataset.count ?? '']
    if (n === undefined || place.dataset.n === `${n}`) continue
    place.dataset.n = `${n}`
    place.textContent = n > 0 ? formatCompact(n, document.documentElement.lang) : ''
    if (still.matches) continue
    place.animate([{ translate: '0 -0.5em', opacity: 0 }, {}], { duration: 240, easing: 'ease-out' })
  }
}
