import { expect, test } from 'vitest'
import { findContact, linkMembers, listContacts } from '#domain/contacts/index.ts'
import { listPastOrders } from '#domain/past-orders/index.ts'
import { world } from '#test/world.ts'
import { findImport, listRemarks, previewImport, runImport } from './index.ts'
import { bringIn, lookAt, upload } from './testing.ts'

const SHOPIFY_CUSTOMERS =
  'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,' +
  'Default Address City,Default Address Country Code,Default Address Zip,Phone,Total Spent,Total Orders,Note,Tags\n'
const ORDERS =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,' +
  'Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Cancelled at,Refunded Amount\n'
const order = (n: number, lines: string[] = ['1,Mug,12.50,MUG'], state = 'paid') =>
  lines
    .map((line, at) =>
      at
        ? `#${n},ana@example.org,,,,,,,,,,${line},,,\n`
        : `#${n},Ana@Example.org,${state},EUR,12.50,5.00,3.39,17.50,,0.00,2025-03-0${(n % 9) + 1} 10:00:00 +0200,${line},Ana Lind,,0.00\n`
    )
    .join('')

test('customers become contacts once; consent, tags and notes are theirs, and nobody gets a letter', async () => {
  const { ctx, given, shopId, letters } = await world()
  const owner = await given.owner()
  const file =
    SHOPIFY_CUSTOMERS +
    `'77,Ana,Lind,Ana@Example.org,yes,Quay Oy,Kaivokatu 1,Helsinki,FI,'00100,'+358401234567,10.00,2,Likes blue,"vip, blue"\n` +
    `'78,Bo,,bo@example.org,no,,,,,,,0,0,,\n` +
    `'79,Cy,,not an address,no,,,,,,,0,0,,\n`
  expect(await bringIn(ctx, owner, file)).toMatchObject({
    kind: 'customers',
    state: 'done',
    created: 2,
    skipped: 1
  })
  expect(await bringIn(ctx, owner, file)).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  const changed = await bringIn(ctx, owner, file.replace('yes', 'no').replace('Likes blue', ''))
  expect(changed).toMatchObject({ updated: 1, unchanged: 1 })
  expect(await listRemarks(ctx, shopId, changed.id)).toMatchObject([
    {},
    { code: 'bad_email', row: 4, field: 'Email' }
  ])
  const { contacts } = await listContacts(ctx, shopId, { words: 'vip' })
  expect(contacts).toMatchObject([
    { name: 'Ana Lind', email: 'ana@example.org', marketing: false, memberId: null }
  ])
  expect(await findContact(ctx, shopId, contacts[0]!.id)).toMatchObject({
    phone: '+358401234567',
    company: 'Quay Oy',
    address: { line1: 'Kaivokatu 1', postcode: '00100', country: 'FI' },
    note: 'Likes blue',
    tags: ['vip', 'blue']
  })
  expect(letters).toEqual([])
  const stranger = await world()
  expect(await findContact(ctx, stranger.shopId, contacts[0]!.id)).toBeUndefined()
})

test('an order is of the day it was made, though the column of its payment comes before', async () => {
  const { ctx, given, shopId } = await world()
  const file =
    'Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n' +
    '#1,ana@example.org,paid,2025-03-04 09:00:00 +0200,EUR,12.50,2025-03-01 10:00:00 +0200,1,Mug,12.50\n' +
    '#2,ana@example.org,pending,,EUR,12.50,2025-03-02 10:00:00 +0200,1,Mug,12.50\n'
  expect(await bringIn(ctx, await given.owner(), file)).toMatchObject({ kind: 'orders', created: 2 })
  const { contacts } = await listContacts(ctx, shopId, { words: 'ana' })
  const { orders } = await listPastOrders(ctx, shopId, contacts[0]!.id)
  expect(orders.map(({ number, placedAt }) => [number, placedAt.toISOString()])).toEqual([
    ['#2', '2025-03-02T08:00:00.000Z'],
    ['#1', '2025-03-01T08:00:00.000Z']
  ])
})

test('a contact becomes a member’s when the member has proved the address, not before', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  await bringIn(ctx, owner, `Name,Email,Last Active,Sign Up,Orders\nAna,ana@example.org,,,1\n`)
  const ana = await given.member()
  const { user_id } = await ctx.db.selectFrom('members').select('user_id').where('shop_id', '=', shopId).where('id', '=', ana.memberId!).executeTakeFirstOrThrow() // prettier-ignore
  await ctx.db.updateTable('members').set({ email: 'Ana@example.org' }).where('shop_id', '=', shopId).where('id', '=', ana.memberId!).execute() // prettier-ignore
  const prove = (proved: boolean) =>
    ctx.db
      .insertInto('auth_users')
      .values({
        id: user_id,
        name: 'Ana',
        email: `${user_id}@example.org`,
        email_verified: proved,
        created_at: new Date(0),
        updated_at: new Date(0)
      }) // prettier-ignore
      .onConflict((c) => c.column('id').doUpdateSet({ email_verified: proved }))
      .execute()
  await prove(false)
  expect(await linkMembers(ctx, shopId)).toBe(0)
  await prove(true)
  expect(await linkMembers(ctx, shopId)).toBe(1)
  expect((await listContacts(ctx, shopId)).contacts).toMatchObject([{ memberId: ana.memberId }])
})

test('past orders are history: found with their buyer and goods, once, and no sale of this shop’s', async () => {
  const w = await world()
  const { ctx, given, shopId, ledger } = w
  const owner = await given.owner()
  const mug = await given.product()
  const file =
    ORDERS + order(1001, [`1,Mug,12.50,${mug.sku}`, '2,Spoon,2.50,']) + order(1002, undefined, 'refunded')
  expect(await bringIn(ctx, owner, file)).toMatchObject({
    kind: 'orders',
    state: 'done',
    created: 2,
    skipped: 0,
    rowsRead: 3
  })
  expect(await bringIn(ctx, owner, file)).toMatchObject({ created: 0, unchanged: 2 })
  expect(await bringIn(ctx, owner, ORDERS + order(1002))).toMatchObject({ updated: 1 })
  const { contacts } = await listContacts(ctx, shopId, { words: '#1001' })
  expect(contacts).toMatchObject([{ email: 'ana@example.org', name: 'Ana Lind', orders: 2 }])
  expect((await listPastOrders(ctx, shopId, contacts[0]!.id)).orders).toMatchObject([
    { number: '#1002', state: 'paid' },
    {
      number: '#1001',
      source: 'shopify',
      total: 1750,
      lines: [
        { title: 'Mug', quantity: 1, price: 1250, productId: mug.id },
        { title: 'Spoon', quantity: 2, price: 250, productId: null }
      ]
    }
  ])
  const kinds = (await ledger()).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind !== 'import')).toEqual([])
  expect(await ctx.db.selectFrom('orders').select('id').where('shop_id', '=', shopId).execute()).toEqual([])
})

test('WooCommerce’s orders come row by line or with their items in one cell', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const rows =
    'Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Email (Billing),Order Total Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost\n' +
    '12,Completed,2024-05-01 09:30,Bo,Berg,bo@example.org,30,CUP,1,Cup,2,10\n12,Completed,2024-05-01 09:30,Bo,Berg,bo@example.org,30,BOWL,2,Bowl,1,10\n'
  const cell =
    'order_number,status,order_date,billing_email,order_total,line_item_1,line_item_2\n' +
    '13,wc-cancelled,2024-05-02,bo@example.org,25,name:Mug|product_id:1|sku:MUG|quantity:2|total:25.00,\n'
  expect(await bringIn(ctx, owner, rows)).toMatchObject({ kind: 'orders', created: 1 })
  expect(await bringIn(ctx, owner, cell)).toMatchObject({ kind: 'orders', created: 1, problems: 0 })
  const [bo] = (await listContacts(ctx, shopId)).contacts
  expect((await listPastOrders(ctx, shopId, bo!.id)).orders).toMatchObject([
    { number: '13', state: 'cancelled', lines: [{ title: 'Mug', sku: 'MUG', quantity: 2, price: 1250 }] },
    { number: '12', state: 'paid', total: 3000, lines: [{ sku: 'CUP', quantity: 2 }, { sku: 'BOWL' }] }
  ])
})

test('coupons come in from our template and from Shopify’s; a wrong one is left out with its reason', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const ours =
    'Code,Kind,Value,Minimum,Starts,Ends,Uses,Once per person\n' +
    'summer10,percent,10,20.00,2026-06-01,2026-08-31,100,yes\nFIVE,amount,5.00,,,,,no\nSHIP,free shipping,,,,,,\n' +
    'ODD,percent,150,,,,,\nWHAT,gift,1,,,,,\nLATE,percent,10,,2026-09-01,2026-06-01,,\n'
  const told = await bringIn(ctx, owner, ours)
  expect(told).toMatchObject({ kind: 'coupons', created: 3, skipped: 3 })
  expect((await listRemarks(ctx, shopId, told.id)).map(({ code, handle }) => [handle, code])).toEqual([
    ['ODD', 'bad_coupon'],
    ['WHAT', 'bad_kind'],
    ['LATE', 'bad_coupon']
  ])
  expect(await bringIn(ctx, owner, ours)).toMatchObject({ created: 0, unchanged: 3 })
  const shopify =
    'Name,Value,Value Type,Type,Discount Class,Start,End,Times Used In Total,Status\nSUMMER10,-15.0,percentage,Amount off order,order,2026-06-01T00:00:00Z,,3,active\n'
  expect(await bringIn(ctx, owner, shopify)).toMatchObject({ updated: 1, skipped: 0 })
  const rows = await ctx.db.selectFrom('coupons').select(['code', 'kind', 'value', 'min_goods', 'max_uses', 'once_per_email']).where('shop_id', '=', shopId).orderBy('code').execute() // prettier-ignore
  expect(rows).toMatchObject([
    { code: 'FIVE', kind: 'amount', value: 500 },
    { code: 'SHIP', kind: 'free_shipping', value: 0 },
    { code: 'SUMMER10', kind: 'percent', value: 15 }
  ])
})

test.each([
  [
    'customers',
    (n: number) =>
      SHOPIFY_CUSTOMERS +
      Array.from({ length: n }, (_, i) => `'${i},P${i},,p${i}@example.org,yes,,,,,,,0,0,,\n`).join(''),
    'contacts'
  ],
  [
    'orders',
    (n: number) => ORDERS + Array.from({ length: n }, (_, i) => order(i + 1)).join(''),
    'past_orders'
  ],
  [
    'coupons',
    (n: number) =>
      'Code,Kind,Value\n' + Array.from({ length: n }, (_, i) => `CODE${i},percent,10\n`).join(''),
    'coupons'
  ]
] as const)(
  'a run of %s that breaks off goes on, and two at once double nothing',
  async (kind, fileOf, table) => {
    const { ctx, given, shopId } = await world()
    const owner = await given.owner()
    const id = await upload(ctx, owner, fileOf(1_200))
    let made = 0
    // A customer has an id, and what they agreed to another.
    const most = kind === 'customers' ? 1_400 : 700
    const next = () => {
      if (++made > most) throw new Error('power cut')
      return ctx.ids.next()
    }
    await expect(runImport({ ...ctx, ids: { ...ctx.ids, next } }, shopId, id)).rejects.toThrow('power cut')
    expect(await findImport(ctx, shopId, id)).toMatchObject({ state: 'running', kind, productsDone: 500 })
    await Promise.all([runImport(ctx, shopId, id), runImport(ctx, shopId, id)])
    expect(await findImport(ctx, shopId, id)).toMatchObject({
      state: 'done',
      created: 1_200,
      unchanged: 0,
      updated: 0
    })
    const rows = await ctx.db.selectFrom(table).select('shop_id').where('shop_id', '=', shopId).execute()
    expect(rows).toHaveLength(1_200)
  }
)

test('records are looked at first too, and nothing of them is kept', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  await bringIn(ctx, owner, ORDERS + order(1))
  const id = await lookAt(ctx, owner, ORDERS + order(1) + order(2) + order(3, ['x,Mug,12.50,MUG']))
  const preview = await previewImport(ctx, shopId, id)
  expect(preview).toMatchObject({
    kind: 'orders',
    counts: { products: 2, here: 1, refused: 1 },
    problem: null
  })
  expect(
    preview!.lines.map(({ title, about, change, price }) => [title, about, change, price?.from])
  ).toEqual([
    ['#1', 'Ana Lind', 'unchanged', 1750],
    ['#2', 'Ana Lind', 'created', 1750],
    [null, null, 'refused', undefined]
  ])
  expect(
    await ctx.db.selectFrom('past_orders').select('id').where('shop_id', '=', shopId).execute()
  ).toHaveLength(1)
})
