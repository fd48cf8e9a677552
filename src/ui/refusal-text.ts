import { createSubscriber } from 'svelte/reactivity'

export type RefusalDetail = Record<string, string | number>
type Messages = Record<string, (detail: RefusalDetail) => string>

// On the server every refusal's message is at hand; in the browser they come when one is first shown, because
// most visits meet none.
let messages: Messages = import.meta.env.SSR
  ? byKey(Object.values(import.meta.glob<Messages>('../messages/messages/refusal_*.js', { eager: true })))
  : {}

let loading: Promise<void> | undefined
const subscribe = createSubscriber((update) => void (loading ??= load()).then(update))

/**
 * What to say about a refusal, in the language at hand; a code without a message of its own says something went
 * wrong. In the browser the text is empty for the moment until the messages have come, then it renders again.
 */
export function refusalText(refusal: string, detail: RefusalDetail = {}): string {
  subscribe()
  const message = messages[`refusal_${refusal}`] ?? messages['refusal_unknown']
  return message ? message(detail) : ''
}

/** The same for code outside a template, once the messages have come. */
export async function refusalTextLater(refusal: string, detail?: RefusalDetail): Promise<string> {
  if (!import.meta.env.SSR) await (loading ??= load())
  return refusalText(refusal, detail)
}

async function load(): Promise<void> {
  if (import.meta.env.SSR) return
  const files = Object.values(import.meta.glob<Messages>('../messages/messages/refusal_*.js'))
  messages = byKey(await Promise.all(files.map((get) => get())))
}

// By what a file exports, not by its name: the compiler renames files whose key has capitals.
function byKey(files: Messages[]): Messages {
  return Object.assign({}, ...files) as Messages
}
