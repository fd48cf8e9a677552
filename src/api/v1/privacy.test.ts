import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { runErasure } from '#domain/privacy/index.ts'
import { lived } from '#domain/privacy/testing.ts'
import { apiOf, programOf } from '#test/api.ts'
import { world, type World } from '#test/world.ts'

const json = async <T = Record<string, unknown>>(answer: Response | Promise<Response>) =>
  (await (await answer).json()) as T
const v1 = (path: string) => `/api/v1${path}`

const membersOf = (w: World) =>
  w.ctx.db
    .selectFrom('members')
    .select('id')
    .where('shop_id', '=', w.shopId)
    .where('email', '<>', '')
    .execute()

test('a member agrees to a purpose and takes it back; the owner sees each time they said so', async () => {
  const w = await world()
  const ana = await w.given.member()
  const call = await apiOf(w, ana)
  expect(await json(call('GET', v1('/me/consents')))).toEqual({ now: [{ purpose: 'marketing_email', granted: false }], log: [] }) // prettier-ignore
  for (const granted of [true, false])
    await call('PUT', v1('/me/consents'), { purpose: 'marketing_email', granted })
  const owner = await programOf(w)
  const seen = await json(owner('GET', v1(`/people/${ana.memberId}/consents`)))
  expect(seen).toMatchObject({
    now: [{ granted: false }],
    log: [{ granted: false, place: 'api' }, { granted: true }]
  })
  const unknown = await call('PUT', v1('/me/consents'), { purpose: 'personalisation', granted: true })
  expect(unknown.status).toBe(422)
})

test('a member is erased by themselves only when sure and proved, by an owner at once, by nobody else', async () => {
  const w = await world()
  const gone = await lived(w, 'apierased')
  const call = await apiOf(w, gone.actor)
  expect((await call('DELETE', v1('/me'), { sure: false })).status).toBe(422)
  const unproved = await call('DELETE', v1('/me'), { sure: true })
  expect([unproved.status, (await json(unproved)).code]).toEqual([403, 'sign_in_again'])
  const marketer = await apiOf(w, await w.given.member({ role: 'marketer' }))
  const path = v1(`/people/${gone.actor.memberId}/erasure`)
  expect((await marketer('POST', path)).status).toBe(403)
  const narrow = await programOf(w, ['people.read', 'people.roles'])
  expect((await narrow('POST', path)).status).toBe(403)
  const elsewhere = await programOf(await world())
  expect((await elsewhere('POST', path)).status).toBe(404)
  const owner = await programOf(w)
  const { erasureId } = await json<{ erasureId: string }>(owner('POST', path))
  await runErasure(w.ctx, w.shopId, erasureId)
  expect(await json(owner('GET', v1('/privacy/erasures')))).toMatchObject({ erasures: [{ id: erasureId, subject: 'member', byWhom: 'owner', state: 'done' }] }) // prettier-ignore
  expect((await membersOf(w)).map(({ id }) => id)).not.toContain(gone.actor.memberId)
})

test('whoever erases others is told where to erase themselves, with proof', async () => {
  const w = await world()
  await w.given.owner()
  const owner = await w.given.owner()
  const call = await programOf(w, undefined, owner)
  const answer = await call('POST', v1(`/people/${owner.memberId}/erasure`))
  expect([answer.status, (await json(answer)).code]).toEqual([409, 'is_yourself'])
  expect((await membersOf(w)).map(({ id }) => id)).toContain(owner.memberId)
})

test('what is held about a member, a contact and a guest is fetched by who may, and by nobody else', async () => {
  const w = await world()
  const one = await lived(w, 'apiheld')
  const tee = await w.given.product({ stock: 3 })
  await w.given.order([{ variantId: tee.variantId }], { pay: { email: 'guest@example.org' } })
  const { id } = await w.ctx.db.selectFrom('contacts').select('id').where('shop_id', '=', w.shopId).executeTakeFirstOrThrow() // prettier-ignore
  const owner = await programOf(w, ['people.export'])
  const paths = [`/people/${one.actor.memberId}/export.zip`, `/contacts/${id}/export.zip`, '/privacy/export.zip?address=guest@example.org'] // prettier-ignore
  const clerk = await apiOf(w, await w.given.member({ role: 'clerk' }))
  const elsewhere = await programOf(await world())
  for (const path of paths) {
    const answer = await owner('GET', v1(path))
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'application/zip'])
    expect(Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer())))).toContain('data.json')
    expect([(await clerk('GET', v1(path))).status, (await elsewhere('GET', v1(path))).status]).toEqual([
      403, 404
    ])
  }
  expect((await owner('POST', v1('/privacy/erasures'), { address: 'guest@example.org' })).status).toBe(403)
})

test('how long things are kept is read and set within bounds', async () => {
  const w = await world()
  const call = await programOf(w, ['shop.privacy'])
  const change = { days: { letters: 90 }, booksYears: 8, booksBuyer: false }
  expect(await json(call('PUT', v1('/privacy/retention'), change))).toMatchObject({ books: { years: 8, buyer: false, law: { country: 'FI', years: 6 } } }) // prettier-ignore
  const tooLong = await call('PUT', v1('/privacy/retention'), { ...change, days: { letters: 9_999 } })
  expect([tooLong.status, (await json(tooLong)).detail]).toEqual([
    422,
    { field: 'letters', problem: 'too_big' }
  ])
  const { rules } = await json<{ rules: { rule: string; days: number }[] }>(
    call('GET', v1('/privacy/retention'))
  )
  expect(rules.find(({ rule }) => rule === 'letters')).toMatchObject({ days: 90 })
  expect(await json(call('GET', v1('/privacy/retention/runs')))).toEqual({ runs: [], next: null })
})
