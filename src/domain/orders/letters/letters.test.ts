import { expect, test } from 'vitest'
import { world, type World } from '#test/world.ts'
import { cancelOrder, cancelPieces, findOrder, fulfilOrder, refundOrder, writeLetter } from '../index.ts'

/** Does the letter jobs that wait in the outbox, each twice, as a queue may after a crash. */
async function writeLetters(w: World) {
  const jobs = await w.ctx.db
    .deleteFrom('outbox')
    .where('shop_id', '=', w.shopId)
    .where('topic', '=', 'order.letter')
    .returning('payload')
    .execute()
  for (const { payload } of [...jobs, ...jobs]) {
    await writeLetter(w.ctx, w.shopId, payload as { orderId: string; letter: string })
  }
  return w.ctx.db.selectFrom('mails').selectAll().where('shop_id', '=', w.shopId).orderBy('id').execute()
}

test('a buyer hears of each step in their own language, once, with the way to the order', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const tee = await w.given.product({ title: 'Quay <tee>', stock: 5, price: 3_400 })
  const { id, token } = await w.given.order([{ ...tee, quantity: 2 }], { pay: { locale: 'fi' } })
  const [placed] = await writeLetters(w)
  expect(placed).toMatchObject({ kind: 'order_placed', to_address: 'linh@example.org' })
  expect(placed!.subject).toContain('Tilaus 1001')
  expect(placed!.text_body).toMatch(/2 × Quay <tee>: 68,00\s€/)
  expect(placed!.text_body).toContain(`/fi/orders/${token}`)
  expect(placed!.html_body).toContain('Quay &lt;tee&gt;')
  expect(placed!.html_body).not.toContain('<tee>')
  const lineId = (await findOrder(w.ctx, w.shopId, id))!.lines[0]!.id
  await fulfilOrder(w.ctx, owner, { orderId: id, lines: [{ lineId, quantity: 1 }], tracking: 'JJFI1' })
  await refundOrder(w.ctx, owner, { orderId: id, lines: [{ lineId, quantity: 1 }], restock: true })
  const letters = await writeLetters(w)
  expect(letters.map(({ kind }) => kind)).toEqual(['order_placed', 'order_fulfilled', 'order_refunded'])
  expect(letters[1]!.text_body).toContain('JJFI1')
  expect(letters[2]!.text_body).toMatch(/34,00\s€/)
})

test('a cancelled order says so', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const { id } = await w.given.order([await w.given.product()], { pay: { locale: 'nb' } })
  await cancelOrder(w.ctx, owner, { orderId: id })
  const letters = await writeLetters(w)
  expect(letters.map(({ kind }) => kind)).toEqual(['order_placed', 'order_cancelled', 'order_refunded'])
  expect(letters[1]!.subject).toBe('Bestilling 1001 er avbestilt')
})

test('a buyer who has not paid hears which pieces will not come and what is owed now, and that a cancelled order is owed no more', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const tee = await w.given.product({ title: 'Quay tee', stock: 5, price: 3_400 })
  const unpaid = { locale: 'nb' as const, payment: { provider: 'invoice', instrument: {} } }
  const { id } = await w.given.order([{ ...tee, quantity: 3 }], { pay: unpaid })
  const lineId = (await findOrder(w.ctx, w.shopId, id))!.lines[0]!.id
  await cancelPieces(w.ctx, owner, { orderId: id, lines: [{ lineId, quantity: 2 }], restock: true })
  await cancelOrder(w.ctx, owner, { orderId: id })
  const [, pieces, cancelled] = await writeLetters(w)
  expect(pieces).toMatchObject({
    kind: 'order_pieces_cancelled',
    subject: 'Bestilling 1001: noe er avbestilt'
  })
  expect(pieces!.text_body).toMatch(/Quay tee.*: × 2/)
  expect(pieces!.text_body).toMatch(/34,00\s€ til sammen/)
  expect(cancelled!.text_body).toContain('Du skylder ingenting')
})
