import type { z } from 'zod'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { lockTaxRates } from './locks.ts'
import { taxRateInput } from './schema.ts'

/** From a day on, goods to a country carry this VAT. What was ordered before keeps the rate of its own day. */
export async function setTaxRate(
  ctx: Context,
  actor: Actor,
  input: z.input<typeof taxRateInput>
): Promise<Outcome<null, 'invalid'>> {
  const parsed = parse(taxRateInput, input)
  if (!parsed.ok) return parsed
  const { country, taxClass, validFrom, basisPoints } = parsed.value
  return write(ctx, actor.shopId, async (tx) => {
    await lockTaxRates(tx, actor.shopId)
    await tx
      .insertInto('tax_rates')
      .values({
        ...{ shop_id: actor.shopId, country, tax_class: taxClass, valid_from: validFrom },
        basis_points: basisPoints
      })
      .onConflict((c) =>
        c
          .columns(['shop_id', 'country', 'tax_class', 'valid_from'])
          .doUpdateSet({ basis_points: basisPoints })
      )
      .execute()
    return done(null)
  })
}

/** Takes a dated rate away; the one before it holds again. */
export async function removeTaxRate(
  ctx: Context,
  actor: Actor,
  input: Omit<z.input<typeof taxRateInput>, 'basisPoints'>
): Promise<Outcome<null, 'invalid' | 'not_found'>> {
  const parsed = parse(taxRateInput.omit({ basisPoints: true }), input)
  if (!parsed.ok) return parsed
  const { country, taxClass, validFrom } = parsed.value
  return write(ctx, actor.shopId, async (tx) => {
    await lockTaxRates(tx, actor.shopId)
    const { numDeletedRows } = await tx
      .deleteFrom('tax_rates')
      .where((eb) => eb.and({ shop_id: actor.shopId, country, tax_class: taxClass, valid_from: validFrom }))
      .executeTakeFirst()
    return numDeletedRows ? done(null) : refused('not_found')
  })
}
