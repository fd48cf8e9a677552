/** Fetches the page that the last link leads to and hangs its posts below, so that nobody loses their place. */
export function startMore(added: () => void): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-more]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (link.ariaBusy !== 'true') void load(link, added)
  })
}

async function load(link: HTMLAnchorElement, added: () => void): Promise<void> {
  link.ariaBusy = 'true'
  try {
    const answer = await fetch(link.href)
    if (!answer.ok) throw new Error(answer.statusText)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const posts = [...page.querySelectorAll('[data-post]')].filter(
      (post) => !document.getElementById(post.id)
    )
    const next = page.querySelector('a[data-more]')
    link.replaceWith(...posts, ...(next ? [next] : []))
    posts[0]?.querySelector('a')?.focus({ preventScroll: true })
    added()
  } catch {
    location.assign(link.href)
  }
}
