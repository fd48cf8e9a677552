import type { RequestEvent } from '@sveltejs/kit'
import { setStoreSecret } from '#domain/store-orders/index.ts'
import { changeStore, setStoreDisabled } from '#domain/stores/index.ts'
import { fieldsOf, refuse } from '../../../../refuse.ts'
import { storeChangeOf, typedOf } from '../read-form.ts'

type Event = RequestEvent<{ id: string }>

export const change = async (event: Event) => {
  const { ctx, actor } = event.locals
  const fields = await fieldsOf(event)
  const version = Number(fields.version || 0)
  const changed = await changeStore(ctx, actor, {
    storeId: event.params.id,
    version,
    ...storeChangeOf(fields)
  })
  return changed.ok ? { said: 'saved' } : refuse(event, changed, typedOf(fields))
}

export const disable = async (event: Event) => {
  const { ctx, actor } = event.locals
  const { disabled } = await fieldsOf(event)
  const set = await setStoreDisabled(ctx, actor, { storeId: event.params.id, disabled: disabled === 'yes' })
  return set.ok ? { said: 'saved' } : refuse(event, set)
}

/** What the store shows is taken; where nothing is typed, one is made and told this once. */
export const secret = async (event: Event) => {
  const typed = (await fieldsOf(event)).secret?.trim() || null
  const input = { storeId: event.params.id, secret: typed }
  const outcome = await setStoreSecret(event.locals.ctx, event.locals.actor, input)
  if (!outcome.ok) return refuse(event, outcome)
  return typed ? { said: 'secret' } : { secret: outcome.value.secret }
}
