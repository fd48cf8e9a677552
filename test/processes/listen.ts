export type Listener = {
  /** Waits until what has come so far passes; fails when it does not in time. */
  until(passes: (text: string) => boolean, withinMs?: number): Promise<void>
  /** Settles when the server has ended the stream. */
  ended: Promise<void>
  leave(): void
}

/** Opens a live stream and keeps what comes. */
export async function listen(url: string): Promise<Listener> {
  const leaving = new AbortController()
  const response = await fetch(url, { signal: leaving.signal })
  let text = ''
  const read = async () => {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) text += chunk
  }
  return {
    async until(passes, withinMs = 5_000) {
      const end = Date.now() + withinMs
      while (!passes(text)) {
        if (Date.now() > end) throw new Error(`it did not come in ${withinMs} ms; what came is:\n${text}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
    ended: read().catch(() => {}),
    leave: () => leaving.abort()
  }
}
