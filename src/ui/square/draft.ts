/**
 * Words that could not be sent because their writer was signed out wait in this tab. They come back into the field
 * once the same writer has signed in again, stay as they are changed there, and go when they are sent.
 */
export function startDrafts(): void {
  for (const field of document.querySelectorAll<HTMLTextAreaElement>('[data-writer] textarea')) {
    const words = sessionStorage.getItem(keyOf(field))
    if (words !== null) bringBack(field, words)
  }
  document.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement) || sessionStorage.getItem(keyOf(target)) === null) return
    if (target.value.trim()) keep(target)
    else sessionStorage.removeItem(keyOf(target))
  })
}

/** Keeps what a form's field holds; false where there are no words to keep. */
export function keepDraft(form: HTMLFormElement): boolean {
  const field = form.querySelector('textarea')
  if (field) keep(field)
  return field !== null
}

/** Forgets what was kept of a form: it was sent. */
export function dropDraft(form: HTMLFormElement): void {
  const field = form.querySelector('textarea')
  if (field) sessionStorage.removeItem(keyOf(field))
}

const keep = (field: HTMLTextAreaElement): void => sessionStorage.setItem(keyOf(field), field.value)

/** Whose words they are and where they belong: a post, an answer in it, or a comment that is changed. */
function keyOf(field: HTMLTextAreaElement): string {
  const writer = field.closest<HTMLElement>('[data-writer]')?.dataset.writer
  const places = field.form?.querySelectorAll<HTMLInputElement>('input[type=hidden]') ?? []
  return ['draft', writer, ...[...places].map(({ name, value }) => `${name}=${value}`)].join(' ')
}

function bringBack(field: HTMLTextAreaElement, words: string): void {
  field.value = words
  const folded = field.closest('details')
  if (folded) folded.open = true
  field.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
}
