// What the tests of this noun share.
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { saveProduct } from './index.ts'

/** An owner with one product on sale for each title, tagged "tee". */
export async function ownerWithTees(
  ctx: Context,
  given: { owner(): Promise<Actor> },
  titles: readonly string[]
): Promise<{ owner: Actor; tees: string[] }> {
  const owner = await given.owner()
  const tees: string[] = []
  for (const title of titles) {
    const handle = title.toLowerCase().replaceAll(' ', '-')
    const variants = [{ sku: handle.toUpperCase(), optionValues: [], price: 3400 }]
    const saved = await saveProduct(ctx, owner, { handle, title, state: 'active', tags: ['tee'], variants })
    if (!saved.ok) throw new Error(saved.refusal)
    tees.push(saved.value.id)
  }
  return { owner, tees }
}
