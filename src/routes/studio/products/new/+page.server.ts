import { listCollections, listTags } from '#domain/catalog/index.ts'
import { listLocations } from '#domain/stock/index.ts'
import { pictures, rearrange, save } from '../editor/actions.ts'
import { blankForm } from '../editor/form.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, shop } }) => {
  const [collections, tags, locations] = await Promise.all([
    listCollections(ctx, shop.id),
    listTags(ctx, shop.id),
    listLocations(ctx, shop.id)
  ])
  return { form: blankForm(), collections, tags: tags.map(({ tag }) => tag), locations }
}

export const actions = { save, rearrange, pictures }
