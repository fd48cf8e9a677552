export type Toast = { id: number; text: string; undo?: () => void }

const PLAIN_MS = 5_000
const UNDO_MS = 10_000 // long enough to notice, read and reach it

let next = 0
export const toasts = $state<Toast[]>([])

/** Shows a toast for a while. */
export function show(text: string, undo?: () => void): void {
  const id = next++
  toasts.push({ id, text, undo })
  setTimeout(() => dismiss(id), undo ? UNDO_MS : PLAIN_MS)
}

/** Takes a toast away. */
export function dismiss(id: number): void {
  const at = toasts.findIndex((toast) => toast.id === id)
  if (at >= 0) toasts.splice(at, 1)
}
