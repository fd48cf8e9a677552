import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { makePaymentProviders } from './index.ts'

const GOOD = { number: '4242 4242 4242 4242', expiry: '12/30', cvc: '123' }

async function bank() {
  const w = await world()
  const card = w.ctx.payments.get('test-card')!
  const charge = (key: string, instrument: Record<string, string> = GOOD) =>
    card.charge({
      ...{ shopId: w.shopId, key, instrument, orderId: key },
      amount: { amount: 5_301, currency: 'EUR' }
    })
  return { ...w, card, charge }
}

test('the test card is offered in the demo only', async () => {
  const { ctx } = await world()
  expect([...makePaymentProviders({ demo: false }, ctx).keys()]).toEqual(['invoice'])
  expect([...makePaymentProviders({ demo: true }, ctx).keys()]).toEqual(['test-card', 'invoice'])
})

test('each known card gets its answer, and any other is declined', async () => {
  const { charge } = await bank()
  const say = (number: string, more = {}) => charge(number, { ...GOOD, number, ...more })
  expect(await say('4242424242424242')).toMatchObject({ state: 'captured' })
  expect(await say('4000 0000 0000 0002')).toEqual({ state: 'declined', reason: 'card_declined' })
  expect(await say('4000-0000-0000-9995')).toEqual({ state: 'declined', reason: 'insufficient_funds' })
  expect(await say('4012888888881881')).toEqual({ state: 'declined', reason: 'card_declined' })
})

test('a card is looked at before anyone is asked: check digit, date and code', async () => {
  const { card, clock } = await bank()
  expect(card.check(GOOD)).toBeUndefined()
  for (const wrong of [
    { number: '4242424242424241' },
    { number: '' },
    { expiry: '13/30' },
    { expiry: 'soon' },
    { cvc: '12' }
  ]) {
    expect(card.check({ ...GOOD, ...wrong })).toBe('card_invalid')
  }
  expect(card.check({})).toBe('card_invalid')
  expect(card.check({ ...GOOD, expiry: '07/26' })).toBeUndefined()
  clock.set(new Date('2026-08-01T00:00:00Z'))
  expect(card.check({ ...GOOD, expiry: '07/26' })).toBe('card_expired')
})

test('asking again with one key is answered as before and charged once, even with another card', async () => {
  const { ctx, card, charge, shopId } = await bank()
  const answers = await Promise.all(Array.from({ length: 8 }, () => charge('one')))
  for (const answer of answers) expect(answer).toEqual({ state: 'captured', ref: 'test-one' })
  expect(await charge('one', { ...GOOD, number: '4000000000000002' })).toMatchObject({ state: 'captured' })
  expect(await card.find({ shopId, key: 'one' })).toMatchObject({ state: 'captured' })
  expect(await card.find({ shopId, key: 'two' })).toBeUndefined()
  const books = await ctx.db
    .selectFrom('test_card_charges')
    .selectAll()
    .where('shop_id', '=', shopId)
    .execute()
  expect(books).toHaveLength(1)
  expect(JSON.stringify(books)).not.toContain('4242')
})

test('a refund asked for twice goes back once, and never more than was charged', async () => {
  const { ctx, card, charge, shopId } = await bank()
  await charge('one')
  const refund = (key: string, amount: number) =>
    card.refund({ ...{ shopId, key, chargeKey: 'one', ref: 'r' }, amount: { amount, currency: 'EUR' } })
  await Promise.all([refund('a', 5_000), refund('a', 5_000)])
  await expect(refund('b', 302)).rejects.toThrow()
  await refund('c', 301)
  const [row] = await ctx.db
    .selectFrom('test_card_charges')
    .selectAll()
    .where('shop_id', '=', shopId)
    .execute()
  expect(row!.refunded).toBe(5_301)
})
