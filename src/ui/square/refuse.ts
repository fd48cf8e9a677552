export type Refusal = 'signed-out' | 'unknown'

let said: HTMLElement | undefined

/** Why the server did not do what was pressed; no answer at all counts as something that went wrong. */
export const refusalOf = (answer: Response | undefined): Refusal =>
  answer?.status === 401 ? 'signed-out' : 'unknown'

/** Says under a form that it was refused, why, and whether what was typed is kept, in the words the page has for it. */
export function sayRefused(form: HTMLFormElement, why: Refusal, kept = false): void {
  hush()
  const words = document.getElementById(`refused-${why}`)
  if (!(words instanceof HTMLTemplateElement)) return
  said = (words.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement
  const keeps = said.querySelector<HTMLElement>('[data-kept]')
  if (keeps) keeps.hidden = !kept
  form.after(said)
  said.scrollIntoView({ block: 'nearest' })
}

/** Takes back what was said of the press before: this one may go through. */
export function hush(): void {
  said?.remove()
  said = undefined
}
