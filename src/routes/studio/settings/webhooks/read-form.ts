import type { WebhookInput } from '#domain/webhooks/index.ts'

/** A webhook as the form gives it: an address, a note, and the events that are ticked. */
export function webhookInputOf(form: FormData): WebhookInput {
  const text = (name: string) => String(form.get(name) ?? '')
  const events = form.getAll('event').map(String) as WebhookInput['events']
  return { url: text('url'), note: text('note'), events }
}

/** What was typed, to be shown again when it is refused. */
export const typedOf = ({ url, note = '', events }: WebhookInput, form: string) => ({
  ...{ url, note, form },
  events: events.join(' ')
})
