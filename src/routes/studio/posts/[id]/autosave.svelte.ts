import { tick } from 'svelte'
import type { RefusalDetail } from '#ui/refusal-text.ts'
import type { Held } from './held.svelte.ts'
import { sendPost } from './send-post.ts'

const PAUSE_MS = 1_200

export type Refused = { refusal: string; detail?: RefusalDetail }
export type Saved = { version: number; savedAt: Date }

/**
 * Keeps a draft while it is written: a moment after the last change, never two at once, and not any more once
 * another tab was found to be ahead. Also remembers where one can go back to.
 */
export function autosave(held: Held, start: { version: number; savedAt: Date; keeps: boolean }) {
  let form: HTMLFormElement | undefined
  // What the server has, and the last place one can go back to.
  let stored = text(held)
  let mark = stored
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  const past: string[] = []
  const status = $state({
    version: start.version,
    savedAt: start.savedAt as Date | null,
    saving: false,
    dirty: false,
    canUndo: false,
    refused: null as Refused | null
  })

  function changed(now: string): void {
    status.dirty = now !== stored
    clearTimeout(timer)
    if (status.dirty && status.refused?.refusal !== 'post_stale') timer = setTimeout(settle, PAUSE_MS)
  }

  /** What is written now is a place to come back to, and is sent if this is a draft. */
  function settle(): void {
    clearTimeout(timer)
    const now = text(held)
    if (now !== mark) past.push(mark)
    mark = now
    status.canUndo = past.length > 0
    if (start.keeps && now !== stored) running = (running ?? Promise.resolve()).then(send)
  }

  async function send(): Promise<void> {
    await tick()
    const now = text(held)
    if (!form || now === stored) return
    status.saving = true
    const answer = await sendPost(form)
    status.saving = false
    if (answer?.type === 'success') kept(now, answer.data as Saved)
    else if (answer) status.refused = answer.data as Refused
  }

  /** The server has this much now. */
  function kept(now: string, saved?: Saved): void {
    stored = now
    Object.assign(status, { ...saved, refused: null, dirty: text(held) !== stored })
  }

  function undo(): void {
    const back = past.pop()
    status.canUndo = past.length > 0
    if (!back) return
    mark = back
    Object.assign(held, JSON.parse(back))
  }

  return {
    status,
    changed,
    settle,
    kept,
    undo,
    attach: (element: HTMLFormElement) => void (form = element),
    /** Waits for what is being sent; then the form's own submission may go. */
    done: async () => (clearTimeout(timer), running)
  }
}

/** The post as text: two that are alike are equal. */
export const text = (held: Held): string => JSON.stringify(held)
