import { report } from './report.ts'

type Shared = { link: string }

/** Opens the share sheet over the page: the phone's own where there is one, else the address and a button to copy it. */
export function startSharing(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-share]')
    const sheet = document.querySelector<HTMLDialogElement>('dialog[data-sheet]')
    if (!link || !sheet || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    void open(sheet, link)
  })
}

async function open(sheet: HTMLDialogElement, link: HTMLAnchorElement): Promise<void> {
  const address = sheet.querySelector('input')!
  const [copy, send] = ['copy', 'send'].map((name) => sheet.querySelector<HTMLElement>(`[data-${name}]`)!)
  const post = link.closest<HTMLElement>('[data-post]')!
  const id = post.dataset.post ?? ''
  const title = post.querySelector('h1, h2')?.textContent ?? document.title
  const plain = new URL(link.href)
  plain.hash = ''
  address.value = plain.href
  send!.hidden = !('share' in navigator)
  copy!.onclick = () => void take(copy!, address, id)
  send!.onclick = () => void sendTo(sheet, { title, url: address.value }, id)
  sheet.showModal()
  const own = 'member' in sheet.dataset ? await ownLink(id) : undefined
  if (own) address.value = own
  sheet.querySelector<HTMLElement>('[data-own]')!.hidden = !own
}

/** The system's own sheet; closing it without a choice is no failure. */
async function sendTo(sheet: HTMLDialogElement, data: ShareData, post: string): Promise<void> {
  const sent = await navigator.share(data).then(
    () => true,
    () => false
  )
  if (!sent) return
  report({ kind: 'share', post })
  sheet.close()
}

async function take(button: HTMLElement, address: HTMLInputElement, post: string): Promise<void> {
  address.select()
  await navigator.clipboard.writeText(address.value)
  report({ kind: 'share', post })
  const label = button.querySelector('span') ?? button
  const before = label.textContent
  label.textContent = button.dataset.copy ?? before
  setTimeout(() => (label.textContent = before), 2_500)
}

/** A member's own link to a post, so that the visits it brings are counted for them. */
async function ownLink(post: string): Promise<string | undefined> {
  const answer = await fetch(`/api/v1/posts/${post}/share`, { method: 'POST' }).catch(() => undefined)
  return answer?.ok ? ((await answer.json()) as Shared).link : undefined
}
