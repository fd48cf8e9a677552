/**
 * Says at the foot of the window what was done; with `undo` it offers the way back instead of asking beforehand.
 * The toasts themselves are loaded when the first one is said: most pages say nothing.
 */
export async function say(text: string, undo?: () => void): Promise<void> {
  const { show } = await import('./toasts.ts')
  show(text, undo)
}
