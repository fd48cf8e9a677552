import { expect, test } from 'vitest'
import { must } from '#test/factories/posts.ts'
import { world, type World } from '#test/world.ts'
import { eraseGuest, eraseMember, resumeErasures, runErasure } from '../index.ts'

/** The jobs that wait, which are taken out of the line as a worker that then dies would. */
async function taken({ ctx: { db }, shopId }: World): Promise<unknown[]> {
  const rows = await db.deleteFrom('outbox').where('shop_id', '=', shopId).where('topic', '=', 'person.erase').returning('payload').execute() // prettier-ignore
  return rows.map(({ payload }) => payload)
}

test('an erasure that nobody works on any more is taken up again after an hour, each hour, until it is done', async () => {
  const w = await world()
  const { erasureId } = await must(eraseMember(w.ctx, await w.given.owner(), (await w.given.member()).memberId!)) // prettier-ignore
  expect(await taken(w)).toEqual([{ erasureId }])
  w.clock.advance(3_599_000)
  await resumeErasures(w.ctx, w.shopId)
  expect(await taken(w)).toEqual([])
  w.clock.advance(2_000)
  await resumeErasures(w.ctx, (await world()).shopId)
  expect(await taken(w)).toEqual([])
  await resumeErasures(w.ctx, w.shopId)
  expect(await taken(w)).toEqual([{ erasureId }])
  await runErasure(w.ctx, w.shopId, erasureId)
  await taken(w)
  await resumeErasures(w.ctx, w.shopId)
  expect(await taken(w)).toEqual([])
})

test('asked again while it runs it is taken up at once, and no more when it is done', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const { memberId } = await w.given.member()
  const tee = await w.given.product({ stock: 2 })
  const address = 'guest@example.org'
  await w.given.order([{ variantId: tee.variantId }], { pay: { email: address } })
  for (const ask of [
    () => eraseMember(w.ctx, owner, memberId!),
    () => eraseGuest(w.ctx, owner, { address })
  ]) {
    const { erasureId } = await must(ask())
    await taken(w)
    expect(await must(ask())).toEqual({ erasureId })
    expect(await taken(w)).toEqual([{ erasureId }])
  }
  const { erasureId } = await must(eraseMember(w.ctx, owner, memberId!))
  await runErasure(w.ctx, w.shopId, erasureId)
  await taken(w)
  await must(eraseMember(w.ctx, owner, memberId!))
  expect(await taken(w)).toEqual([])
})
