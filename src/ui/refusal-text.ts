import { createSubscriber } from 'svelte/reactivity'

export type RefusalDetail = Record<string, string | number>
type Messages = Record<string, Record<string, (detail: RefusalDetail) => string>>

// On the server every refusal's message is at hand; in the browser they come when one is first shown, because
// most visits meet none.
let messages: Messages = import.meta.env.SSR
  ? import.meta.glob('../messages/messages/refusal_*.js', { eager: true })
  : {}

async function load(): Promise<void> {
  const files = import.meta.env.SSR ? {} : import.meta.glob('../messages/messages/refusal_*.js')
  const loaded = await Promise.all(
    Object.entries(files).map(async ([path, get]) => [path, await get()] as const)
  )
  messages = Object.fromEntries(loaded) as Messages
}

let loading: Promise<void> | undefined
const subscribe = createSubscriber((update) => void (loading ??= load()).then(update))

/**
 * What to say about a refusal, in the language at hand; a code without a message of its own says something went
 * wrong. In the browser the text is empty for the moment until the messages have come, then it renders again.
 */
export function refusalText(refusal: string, detail: RefusalDetail = {}): string {
  subscribe()
  const message = find(refusal) ?? find('unknown')
  return message ? message(detail) : ''
}

/** The same for code outside a template, once the messages have come. */
export async function refusalTextLater(refusal: string, detail?: RefusalDetail): Promise<string> {
  if (!import.meta.env.SSR) await (loading ??= load())
  return refusalText(refusal, detail)
}

function find(refusal: string): ((detail: RefusalDetail) => string) | undefined {
  const key = `refusal_${refusal}`
  return messages[`../messages/messages/${key}.js`]?.[key]
}
