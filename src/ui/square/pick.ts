type Choice = { id: string; values: number[]; offer: number; picture: number; on: boolean }

/** Lets a product's choices change what the page says: the price, the stock, the picture, what is bought. */
export function startPicking(): void {
  startLeafing()
  const form = document.querySelector<HTMLFormElement>('form[data-pick]')
  const data = document.querySelector('script[data-choices]')
  if (!form || !data) return
  const choices = JSON.parse(data.textContent ?? '[]') as Choice[]
  form.addEventListener('change', (event) => {
    const { option } = (event.target as HTMLElement).dataset
    if (option === undefined) return
    const choice = nearest(choices, picked(form), Number(option))
    if (choice) show(form, choice)
  })
}

const radios = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLInputElement>('[data-option]')]

/** The value picked for each option. */
function picked(form: HTMLFormElement): number[] {
  const values: number[] = []
  for (const { checked, dataset } of radios(form))
    if (checked) values[Number(dataset.option)] = Number(dataset.value)
  return values
}

/** The choice picked; where there is none such, the one most like it that keeps what was picked last. */
function nearest(choices: readonly Choice[], values: readonly number[], last: number): Choice | undefined {
  const likeness = (choice: Choice) =>
    choice.values.filter((value, i) => value === values[i]).length + (choice.on ? 0.5 : 0)
  return choices
    .filter((choice) => choice.values[last] === values[last])
    .reduce<Choice | undefined>(
      (best, next) => (best && likeness(best) >= likeness(next) ? best : next),
      undefined
    )
}

function show(form: HTMLFormElement, choice: Choice): void {
  for (const radio of radios(form)) {
    radio.checked = choice.values[Number(radio.dataset.option)] === Number(radio.dataset.value)
  }
  const variant = form.querySelector<HTMLInputElement>('[data-variant]')
  if (variant) variant.value = choice.id
  for (const offer of document.querySelectorAll<HTMLElement>('[data-offer]')) {
    offer.hidden = offer.dataset.offer !== `${choice.offer}`
  }
  for (const button of form.querySelectorAll<HTMLButtonElement>('[data-buy]')) button.disabled = !choice.on
  form.querySelector<HTMLElement>('[data-none]')!.hidden = choice.on
  if (choice.picture >= 0) leafTo(choice.picture)
}

/** The small pictures bring the large one without moving the page. */
function startLeafing(): void {
  document.addEventListener('click', (event) => {
    const leaf = (event.target as Element).closest<HTMLElement>('[data-leaf]')
    if (!leaf) return
    event.preventDefault()
    leafTo(Number(leaf.dataset.leaf))
  })
  const reel = document.querySelector('[data-reel]')
  reel?.addEventListener('scroll', () => mark(Math.round(reel.scrollLeft / reel.clientWidth)), {
    passive: true
  })
}

function leafTo(n: number): void {
  const reel = document.querySelector('[data-reel]')
  reel?.scrollTo({ left: n * reel.clientWidth, behavior: 'smooth' })
}

function mark(n: number): void {
  for (const leaf of document.querySelectorAll<HTMLElement>('[data-leaf]')) {
    if (leaf.dataset.leaf === `${n}`) leaf.setAttribute('aria-current', 'true')
    else leaf.removeAttribute('aria-current')
  }
}
