import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { createStore, setStoreGoods, type StoreKind } from '#domain/stores/index.ts'
import type { Counter } from './index.ts'

export type GivenStore = {
  kind?: StoreKind
  name?: string
  address?: string
  secret?: string | null
  /** Products that live there, every variant under a number of its own. */
  goods?: { id: string; variants: { id: string }[] }[]
}

const ADDRESSES: Record<StoreKind, string> = {
  shopify: 'https://shop.example.com',
  woocommerce: 'https://woo.example.com',
  ucp: 'https://ucp.example.com/buy',
  url: 'https://plain.example.com'
}

export function storeFactories(ctx: Context, shopId: number, n: Counter) {
  const system: Actor = { shopId, role: 'system', memberId: null, visitor: null }

  /** A store elsewhere with these goods in it; `outside` is what it calls each variant (a plain store: its address). */
  async function store(
    given: GivenStore = {}
  ): Promise<{ id: string; name: string; kind: StoreKind; address: string; outside: Map<string, string> }> {
    const kind = given.kind ?? 'shopify'
    const made = {
      kind,
      name: given.name ?? `Store ${n()}`,
      address: given.address ?? ADDRESSES[kind],
      secret: given.secret === undefined ? 'a secret of theirs' : given.secret
    }
    const created = await createStore(ctx, system, made)
    if (!created.ok) throw new Error(created.refusal)
    const outside = new Map<string, string>()
    for (const { id, variants } of given.goods ?? []) {
      await live(id, { ...made, id: created.value.id }, variants, outside)
    }
    return { ...made, id: created.value.id, outside }
  }

  async function live(
    productId: string,
    { id: storeId, kind, address }: { id: string; kind: StoreKind; address: string },
    variants: { id: string }[],
    outside: Map<string, string>
  ): Promise<void> {
    for (const { id } of variants)
      outside.set(id, kind === 'url' ? `${address}/p/${n()}` : String(40_000 + n()))
    const goods = variants.map(({ id: variantId }) => {
      const called = outside.get(variantId)!
      return { variantId, storeId, ...(kind === 'url' ? { url: called } : { outsideId: called }) }
    })
    const set = await setStoreGoods(ctx, system, { productId, goods })
    if (!set.ok) throw new Error(set.refusal)
  }

  return { store }
}
