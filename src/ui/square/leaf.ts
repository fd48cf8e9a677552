/** Turns the pictures of a post by button. */
export function startLeafing(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-turn]')
    const reel = button?.closest('.pictures')?.querySelector('.reel')
    reel?.scrollBy({ left: Number(button?.dataset.turn) * reel.clientWidth, behavior: 'smooth' })
  })
}
