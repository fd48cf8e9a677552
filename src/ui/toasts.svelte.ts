export type Toast = { id: number; text: string; undo?: () => void }

const PLAIN_MS = 5_000
const UNDO_MS = 10_000 // long enough to notice, read and reach it

let next = 0
export const toasts = $state<Toast[]>([])

/** Says in a corner what was done; with `undo` it offers the way back instead of asking beforehand. */
export function say(text: string, undo?: () => void): void {
  const id = next++
  toasts.push({ id, text, undo })
  setTimeout(() => unsay(id), undo ? UNDO_MS : PLAIN_MS)
}

/** Takes a toast away. */
export function unsay(id: number): void {
  const at = toasts.findIndex((toast) => toast.id === id)
  if (at >= 0) toasts.splice(at, 1)
}
