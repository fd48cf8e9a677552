import { deserialize } from '$app/forms'

export type Sent = { type: 'success' | 'failure'; data: Record<string, unknown> } | undefined

/** Sends a composer's form as its Save button would. Undefined when the network let it down. */
export async function sendPost(form: HTMLFormElement): Promise<Sent> {
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
  const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' }
  // A page that closes may leave a small request behind; browsers allow 64 KB.
  const keepalive = body.toString().length < 60_000
  try {
    const answer = await fetch('?/save', { method: 'POST', headers, body, keepalive })
    const result = deserialize(await answer.text())
    return result.type === 'success' || result.type === 'failure'
      ? { type: result.type, data: result.data ?? {} }
      : undefined
  } catch {
    return undefined
  }
}
