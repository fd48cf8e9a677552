import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Context } from '#context'
import { createFeed } from '#domain/feeds/index.ts'
import { factories } from '#test/factories/index.ts'
import type { Figures } from './figures.ts'
import { memoryMb } from './tools/processes.ts'
import { onPostgres } from './tools/stand.ts'

const PRODUCTS = 25_000
const VARIANTS = 4
const SETTLED_MS = 3_000

/** A feed of 100,000 items, read from the server as a network would: how long, how large, and what the server holds meanwhile. */
export const productFeed = (): Promise<Figures> =>
  onPostgres(async ({ inside, serve }) => {
    const code = await inside(stock)
    return serve(async ({ url, process: server }) => {
      await fetch(`${url}/healthz`)
      await pause(SETTLED_MS)
      const idle = memoryMb([server.pid!])
      let most = idle
      const watch = setInterval(() => (most = Math.max(most, memoryMb([server.pid!]))), 50)
      const from = performance.now()
      const { items, bytes } = await read(`${url}/feeds/${code}.xml`)
      const seconds = (performance.now() - from) / 1_000
      clearInterval(watch)
      if (items !== PRODUCTS * VARIANTS) throw new Error(`the feed told ${items} items`)
      return { seconds, aboveIdleMb: most - idle, megabytes: Math.round(bytes / 1e6) }
    })
  })

async function read(address: string): Promise<{ items: number; bytes: number }> {
  const response = await fetch(address, { headers: { 'accept-encoding': 'identity' } })
  if (!response.ok) throw new Error(`the feed answered ${response.status}`)
  let [items, bytes, rest] = [0, 0, '']
  const decoder = new TextDecoder()
  for await (const chunk of response.body!) {
    bytes += chunk.length
    const text = rest + decoder.decode(chunk, { stream: true })
    items += text.split('<item>').length - 1
    rest = text.slice(-5)
  }
  return { items, bytes }
}

/** Goods with a picture, words and stock, straight into the tables; answers the feed's code. */
async function stock(ctx: Context): Promise<string> {
  const given = await factories(ctx)
  const { shopId } = given
  const picture = await given.picture()
  const place = sql`(select id from locations where shop_id = ${shopId} and is_default)`
  await sql`insert into products (shop_id, id, handle, title, description, vendor, state, options, created_at, updated_at)
    select ${shopId}, gen_random_uuid(), 'tee-' || n, 'Tee ' || n, '<p>' || repeat('Soft and thick. ', 20) || '</p>',
      'Norsjö', 'active', '[{"name": "Size"}]', now(), now() from generate_series(1, ${PRODUCTS}) n`.execute(
    ctx.db
  )
  await sql`insert into product_pictures (shop_id, product_id, picture_id, position)
    select shop_id, id, ${picture}, 0 from products where shop_id = ${shopId}`.execute(ctx.db)
  await sql`insert into variants (shop_id, id, product_id, sku, option_values, position, price, grams)
    select shop_id, gen_random_uuid(), id, handle || '-' || size, array[size], place, 3400, 200
    from products, unnest(array['S', 'M', 'L', 'XL']) with ordinality as s (size, place)
    where shop_id = ${shopId}`.execute(ctx.db)
  await sql`insert into stock (shop_id, variant_id, location_id, on_hand)
    select shop_id, id, ${place}, 5 from variants where shop_id = ${shopId}`.execute(ctx.db)
  await sql`analyze`.execute(ctx.db)
  const input = { name: 'Everything', network: 'google', country: 'FI', locale: 'en' } as const
  const made = await createFeed(ctx, await given.owner(), input)
  if (!made.ok) throw new Error(made.refusal)
  return made.value.code
}
