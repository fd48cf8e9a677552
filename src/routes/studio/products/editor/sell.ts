import { fail, type RequestEvent } from '@sveltejs/kit'
import { setStoreGoods } from '#domain/stores/index.ts'
import { refused } from '#platform/outcome.ts'
import { fieldsOf } from '../../../refuse.ts'
import { storeGoodsOf } from './sold-at.ts'

/** Says where the product at hand is sold. What it answers is apart from the editor's own answers. */
export async function sell(event: RequestEvent<{ id: string }>) {
  const { ctx, actor } = event.locals
  const fields = await fieldsOf(event)
  const goods = storeGoodsOf(fields)
  const set =
    fields.store && goods.length === 0
      ? refused('outside_id_refused')
      : await setStoreGoods(ctx, actor, { productId: event.params.id, goods })
  if (set.ok) return { soldAt: { done: true } }
  return fail(422, { soldAt: { refusal: set.refusal, detail: set.detail, typed: fields } })
}
