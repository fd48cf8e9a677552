import { fail, type RequestEvent } from '@sveltejs/kit'
import { saySums } from './say-sums.ts'

type Refusal = { refusal: string; detail?: Record<string, string | number> }
type Typed = Record<string, string>

const STATUS: Record<string, number> = {
  too_many_tries: 429,
  wrong_password: 401,
  blocked: 403,
  link_spent: 410,
  invite_spent: 410,
  setup_closed: 409,
  last_owner: 409,
  card_declined: 402,
  insufficient_funds: 402,
  card_expired: 402,
  sold_out: 409,
  few_left: 409,
  price_changed: 409,
  cart_paying: 409,
  cart_elsewhere: 409,
  store_closed: 409
}

/** A form's fields as text; files and repeated names are not expected here. */
export async function fieldsOf({ request }: Pick<RequestEvent, 'request'>): Promise<Typed> {
  const entries = [...(await request.formData())]
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  )
}

/** An action's answer to a refusal: its status, and what was typed so that nobody types it again; no secrets. */
export function refuse(
  event: Pick<RequestEvent, 'setHeaders' | 'locals'>,
  refused: Refusal,
  typed: Typed = {}
) {
  const { refusal, detail } = saySums(event, refused)
  if (refusal === 'too_many_tries') event.setHeaders({ 'retry-after': String(detail?.seconds ?? 60) })
  const { password: _password, current: _current, token: _token, key: _key, ...kept } = typed
  return fail(STATUS[refusal] ?? 422, { refusal, detail, typed: kept })
}
