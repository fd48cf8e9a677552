import type { Tx } from '#platform/database/index.ts'

/** Holds the shop's table of VAT: whoever looked at it knows that nobody changes it before they did. */
export async function lockTaxRates(tx: Tx, shopId: number): Promise<void> {
  await tx.selectFrom('shops').select('shop_id').where('shop_id', '=', shopId).forNoKeyUpdate().execute()
}
