import { expect, test } from 'vitest'
import { programOf } from '#test/api.ts'
import { world } from '#test/world.ts'

type Json = Record<string, never> & { id: string }
const json = async (answer: Response | Promise<Response>) => (await (await answer).json()) as Json
const v1 = (path: string) => `/api/v1${path}`

async function given() {
  const w = await world()
  return { w, call: await programOf(w) }
}

test('people are found, given roles, shown the door, and asked to work here', async () => {
  const { w, call } = await given()
  const { memberId } = await w.given.member({ name: 'Berit' })
  expect((await json(call('GET', v1('/people?q=berit')))).members).toMatchObject([
    { id: memberId, role: 'member' }
  ])
  expect(await json(call('PUT', v1(`/people/${memberId}/role`), { role: 'clerk' }))).toEqual({
    memberId,
    role: 'clerk'
  })
  expect((await json(call('GET', v1('/people?staff=true')))).members).toHaveLength(2)
  expect((await call('PUT', v1(`/people/${memberId}/block`))).status).toBe(204)
  expect((await call('DELETE', v1(`/people/${memberId}/block`))).status).toBe(204)
  const other = await (await world()).given.member()
  expect((await call('PUT', v1(`/people/${other.memberId}/block`))).status).toBe(404)
  const asked = await call('POST', v1('/invites'), { email: 'new@example.org', role: 'clerk' })
  expect(asked.status).toBe(201)
  const [invite] = (await json(call('GET', v1('/invites')))).invites as unknown as Json[]
  expect(invite).toMatchObject({ email: 'new@example.org', role: 'clerk' })
  expect((await call('DELETE', v1(`/invites/${invite!.id}`))).status).toBe(204)
  expect((await call('DELETE', v1(`/invites/${invite!.id}`))).status).toBe(410)
})

test('settings, colours and hosts', async () => {
  const { call } = await given()
  const before = await json(call('GET', v1('/settings')))
  const { name, about, locale, timezone } = before as unknown as Record<string, string>
  const change = { name: `${name}!`, about, locale, timezone, contactEmail: 'hello@example.org' }
  expect(await json(call('PUT', v1('/settings'), change))).toMatchObject({ name: `${name}!` })
  const red = { awning: '#b3261e', harbour: null }
  expect(await json(call('PUT', v1('/settings/brand'), red))).toMatchObject({ brand: { awning: '#b3261e' } })
  const wrong = await call('PUT', v1('/settings'), { ...change, timezone: 'Mars' })
  expect([wrong.status, (await json(wrong)).detail]).toMatchObject([422, { field: 'timezone' }])
  const host = `h${Date.now().toString(36)}.example.org`
  expect((await json(call('POST', v1('/hosts'), { host }))).hosts).toHaveLength(2)
  expect((await call('PUT', v1(`/hosts/${host}/main`))).status).toBe(204)
  expect((await call('GET', v1('/hosts'))).status).toBe(200)
  expect((await call('DELETE', v1('/hosts/none.example.org'))).status).toBe(404)
  expect(await json(call('GET', v1('/mails/failed')))).toMatchObject({ failed: 0, mails: [] })
})

test('zones, ways of delivery and VAT', async () => {
  const { call } = await given()
  const zone = await json(call('POST', v1('/delivery/zones'), { name: 'Far', countries: ['NZ'] }))
  const rate = { zoneId: zone.id, name: 'By sea', kind: 'flat', price: 1990 }
  const made = await json(call('POST', v1('/delivery/rates'), rate))
  expect((await call('PUT', v1(`/delivery/rates/${made.id}`), { ...rate, price: 2990 })).status).toBe(200)
  const zones = (await json(call('GET', v1('/delivery/zones')))).zones as unknown as {
    id: string
    rates: object[]
  }[]
  expect(zones.find(({ id }) => id === zone.id)).toMatchObject({
    name: 'Far',
    rates: [{ name: 'By sea', price: 2990 }]
  })
  expect(
    (await call('PUT', v1(`/delivery/zones/${zone.id}`), { name: 'Farther', countries: ['NZ', 'AU'] })).status
  ).toBe(200)
  expect((await call('DELETE', v1(`/delivery/rates/${made.id}`))).status).toBe(204)
  expect((await call('DELETE', v1(`/delivery/zones/${zone.id}`))).status).toBe(204)
  expect((await call('PUT', v1('/delivery/confirmation'))).status).toBe(204)
  const vat = { country: 'FI', taxClass: 'standard', validFrom: '2027-01-01', basisPoints: 2600 }
  expect((await call('PUT', v1('/tax-rates'), vat)).status).toBe(204)
  expect((await json(call('GET', v1('/tax-rates')))).taxRates).toContainEqual(vat)
  expect((await call('DELETE', v1('/tax-rates/FI/standard/2027-01-01'))).status).toBe(204)
  expect((await call('DELETE', v1('/tax-rates/FI/standard/soon'))).status).toBe(404)
  expect((await call('GET', v1('/countries'))).status).toBe(200)
})
