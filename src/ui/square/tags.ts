/** Lets an open hang tag be put away by Escape, which gives the focus back to its dot, or by a press beside it. */
export function startTags(): void {
  const open = () => document.querySelectorAll<HTMLDetailsElement>('details[data-tag][open]')
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    for (const tag of open()) {
      const inside = tag.contains(document.activeElement)
      tag.open = false
      if (inside) tag.querySelector('summary')?.focus()
    }
  })
  document.addEventListener('click', ({ target }) => {
    for (const tag of open()) if (!tag.contains(target as Node)) tag.open = false
  })
}
