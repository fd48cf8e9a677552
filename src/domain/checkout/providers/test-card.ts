import { sql } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/index.ts'
import type { Attempt, ChargeAnswer, ChargeRequest, PaymentProvider } from '../payment-provider.ts'
import { checkCard, judgeCard, readCard } from './card.ts'

/**
 * The demo's bank. It keeps its own books in two tables, outside the order's transaction as a real provider would, so
 * that an attempt can be found again after any crash. It never moves money, and never keeps a card.
 */
export function makeTestCard({ db, clock }: { db: Db; clock: Clock }): PaymentProvider {
  return {
    id: 'test-card',
    form: 'card',
    check: (instrument) => checkCard(readCard(instrument), clock.now()),
    charge: (request) => charge(db, clock.now(), request),
    find: (attempt) => find(db, attempt),
    refund: (request) => refund(db, clock.now(), request)
  }
}

async function charge(db: Db, now: Date, request: ChargeRequest): Promise<ChargeAnswer> {
  const verdict = judgeCard(readCard(request.instrument), now)
  const ref = `test-${request.key}`
  const answer: ChargeAnswer =
    verdict === 'approved' ? { state: 'captured', ref } : { state: 'declined', reason: verdict }
  const made = await db
    .insertInto('test_card_charges')
    .values({
      shop_id: request.shopId,
      key: request.key,
      ref,
      answer: JSON.stringify(answer),
      amount: request.amount.amount,
      currency: request.amount.currency,
      charged_at: now
    })
    .onConflict((c) => c.doNothing())
    .returning('key')
    .executeTakeFirst()
  return made ? answer : (await find(db, request))!
}

async function find(db: Db, { shopId, key }: Attempt): Promise<ChargeAnswer | undefined> {
  const row = await db
    .selectFrom('test_card_charges')
    .select('answer')
    .where('shop_id', '=', shopId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.answer as ChargeAnswer | undefined
}

async function refund(
  db: Db,
  now: Date,
  { shopId, key, chargeKey, amount }: Parameters<PaymentProvider['refund']>[0]
): Promise<{ ref: string }> {
  return db.transaction().execute(async (tx) => {
    const row = { shop_id: shopId, key, charge_key: chargeKey, amount: amount.amount, refunded_at: now }
    const made = await tx
      .insertInto('test_card_refunds')
      .values(row)
      .onConflict((c) => c.doNothing())
      .returning('key')
      .executeTakeFirst()
    if (made) {
      await sql`update test_card_charges set refunded = refunded + ${amount.amount}
        where shop_id = ${shopId} and key = ${chargeKey}`.execute(tx)
    }
    return { ref: `test-refund-${key}` }
  })
}
