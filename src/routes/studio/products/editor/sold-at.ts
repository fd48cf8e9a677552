import type { Context } from '#context'
import type { EditableProduct } from '#domain/catalog/index.ts'
import { homesOfProduct, listStores, type StoreKind } from '#domain/stores/index.ts'

/** Where a product is sold, as its panel shows it; `called` is what the store calls a variant: its id or its address. */
export type SoldAt = {
  stores: { id: string; name: string; kind: StoreKind }[]
  /** The one store of all variants that are not sold here; null when there is none. */
  storeId: string | null
  /** Sold partly here, or in several stores: saving makes it one place. */
  mixed: boolean
  variants: { id: string; name: string; called: string }[]
}

/** Null while the shop knows no store elsewhere: there is nothing to choose. */
export async function soldAt(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  { id, variants }: EditableProduct
): Promise<SoldAt | null> {
  const [stores, homes] = await Promise.all([listStores(ctx, shopId), homesOfProduct(ctx.db, shopId, id)])
  if (stores.length === 0) return null
  const of = new Map(homes.map((home) => [home.variantId, home]))
  const live = variants.map((variant) => ({ variant, home: of.get(variant.id) }))
  const places = new Set(live.map(({ home }) => home?.storeId ?? null))
  return {
    stores: stores.map(({ id, name, kind }) => ({ id, name, kind })),
    storeId: [...places].find((place) => place !== null) ?? null,
    mixed: places.size > 1,
    variants: live.map(({ variant, home }) => ({
      ...{
        id: variant.id,
        name: variant.optionValues.join(' · '),
        called: home?.outsideId ?? home?.url ?? ''
      }
    }))
  }
}

/** What the panel's form says: in a store each variant by what it is called there; a variant without a name stays here. */
export function storeGoodsOf(fields: Record<string, string>) {
  const storeId = fields.store
  if (!storeId) return []
  return Object.entries(fields).flatMap(([name, called]) => {
    const variantId = /^called\.(.+)$/.exec(name)?.[1]
    return variantId && called.trim() ? [{ variantId, storeId, outsideId: called, url: called }] : []
  })
}
