// A reader begins to type before the page's script is there, and the script would set every field back to what the
// server sent. What was typed is noted until the page stands, and then put back.

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const noted = new Map<Box, string | boolean>()

const isTick = (box: Box): box is HTMLInputElement =>
  box instanceof HTMLInputElement && ['checkbox', 'radio'].includes(box.type)

function isTouched(box: Box): boolean {
  if (box instanceof HTMLSelectElement)
    return [...box.options].some((option) => option.selected && !option.defaultSelected)
  return isTick(box) ? box.checked !== box.defaultChecked : box.value !== box.defaultValue
}

const note = (box: Box) => noted.set(box, isTick(box) ? box.checked : box.value)

const noteEvent = ({ target }: Event) => {
  if (target instanceof Element && target.matches('input, textarea, select')) note(target as Box)
}

/** Begins to note; called before anything on the page is given life. */
export function noteEarlyTyping(): void {
  document.addEventListener('input', noteEvent, true)
  for (const box of document.querySelectorAll<Box>('input:not([type=hidden]), textarea, select'))
    if (isTouched(box)) note(box)
}

function putBack(box: Box, value: string | boolean): void {
  if (isTick(box)) box.checked = value === true
  else if (box.type !== 'file') box.value = String(value)
  for (const kind of ['input', 'change']) box.dispatchEvent(new Event(kind, { bubbles: true }))
}

/** Puts back what was noted, and lets the page know of it as if it were typed now; called once the page stands. */
export function putBackEarlyTyping(): void {
  document.removeEventListener('input', noteEvent, true)
  for (const [box, value] of noted) putBack(box, value)
  noted.clear()
}
