import { expect, test } from 'vitest'
import { previewImport, startImport } from '#domain/imports/index.ts'
import { world } from '#test/world.ts'
import { mappingNames } from './mapping-names.ts'

test('whatever a column can be said to be, of a file of any kind, has a name of its own', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  for (const kind of ['products', 'customers', 'orders', 'coupons'] as const) {
    const body = (async function* () {
      yield Buffer.from('A,B\n1,2\n')
    })()
    const started = await startImport(ctx, owner, { name: 'a.csv', body, look: true, kind })
    const preview = started.ok ? await previewImport(ctx, shopId, started.value.id) : undefined
    const names = mappingNames(kind, preview?.fields ?? []).map(({ name }) => name)
    expect([kind, names.length > 5]).toEqual([kind, true])
    expect([kind, new Set(names).size]).toEqual([kind, names.length])
  }
})
