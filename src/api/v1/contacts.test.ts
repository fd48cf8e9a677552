import { expect, test } from 'vitest'
import { bringIn } from '#domain/imports/testing.ts'
import { apiOf, programOf } from '#test/api.ts'
import { world } from '#test/world.ts'

type Thing = Record<string, unknown> & { id: string }
const PATH = '/api/v1/contacts'
const CUSTOMERS =
  'Name,Email,Last Active,Sign Up,Orders\nBo Berg,bo@example.org,,,1\nAna Lind,ana@example.org,,,2\n'
const ORDERS =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku\n' +
  [1, 2, 3]
    .map(
      (n) =>
        `#100${n},ana@example.org,paid,EUR,12.50,5,0,17.50,2025-03-0${n} 10:00:00 +0200,1,Mug,12.50,MUG\n`
    )
    .join('')

async function given() {
  const w = await world()
  const owner = await w.given.owner()
  await bringIn(w.ctx, owner, CUSTOMERS)
  await bringIn(w.ctx, owner, ORDERS)
  const call = await programOf(w, ['people.read'])
  const json = async (path: string) =>
    (await (await call('GET', `${PATH}${path}`)).json()) as Record<string, never>
  return { w, call, json }
}

test('contacts are listed by name, found by words and numbers, and read with what they ordered elsewhere', async () => {
  const { json } = await given()
  const listed = (await json('')).contacts as unknown as Thing[]
  expect(listed).toMatchObject([
    { name: 'Ana Lind', email: 'ana@example.org', orders: 3, marketing: null, memberId: null },
    { name: 'Bo Berg', orders: 0 }
  ])
  expect((await json('?q=berg')).contacts).toMatchObject([{ name: 'Bo Berg' }])
  expect((await json('?q=%231002')).contacts).toMatchObject([{ name: 'Ana Lind' }])
  expect(await json(`/${listed[0]!.id}`)).toMatchObject({
    name: 'Ana Lind',
    tags: [],
    source: expect.any(String)
  })
  const first = await json(`/${listed[0]!.id}/past-orders?limit=2`)
  expect(first.orders).toMatchObject([
    {
      number: '#1003',
      placedAt: '2025-03-03T08:00:00.000Z',
      total: 1750,
      currency: 'EUR',
      lines: [{ sku: 'MUG' }]
    },
    { number: '#1002' }
  ])
  const rest = await json(`/${listed[0]!.id}/past-orders?limit=2&cursor=${String(first.next)}`)
  expect(rest).toMatchObject({ orders: [{ number: '#1001' }], next: null })
})

test('another shop’s contact is nobody’s here, and who may not see people sees none', async () => {
  const { w, call, json } = await given()
  const other = await given()
  const [theirs] = (await other.json('')).contacts as unknown as Thing[]
  for (const path of [`/${theirs!.id}`, `/${theirs!.id}/past-orders`, '/nobody']) {
    expect([path, (await call('GET', `${PATH}${path}`)).status]).toEqual([path, 404])
  }
  const member = await apiOf(w, await w.given.member())
  expect((await member('GET', PATH)).status).toBe(403)
  expect((await json('')).contacts).toHaveLength(2)
})
