import { sql } from 'kysely'
import type { Context } from '#context'
import { COUNTRIES } from './data/countries.ts'

export type Country = { code: string; name: string }

/** The countries a shop sends to, by name in the reader's language. */
export async function listCountries(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  locale: string
): Promise<Country[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct unnest(countries) as code from shipping_zones where shop_id = ${shopId}`.execute(ctx.db)
  const codes = rows.some(({ code }) => code === '*') ? COUNTRIES : rows.map(({ code }) => code)
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
}
