import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { later, write } from '#domain/ledger/index.ts'
import { addFeedLink } from '#domain/links/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { slugOf } from '#platform/slug.ts'
import { feedInput, type FeedInput } from './schema.ts'

export type CreateFeedRefusal = 'invalid' | 'feed_address_taken'

/**
 * Makes a feed at an address that stays: one nobody can guess, or one that says its name. It gets a link of its own,
 * under which the people it brings are counted.
 */
export async function createFeed(
  ctx: Context,
  actor: Actor,
  input: FeedInput
): Promise<Outcome<{ id: string; code: string }, CreateFeedRefusal>> {
  const parsed = parse(feedInput, input)
  if (!parsed.ok) return parsed
  const { name, network, country, locale, secret, settings } = parsed.value
  const { shopId } = actor
  return write(ctx, shopId, async (tx) => {
    const id = ctx.ids.next()
    const code = secret ? ctx.ids.code(32) : slugOf(`${network} ${name}`)
    const linkCode = await addFeedLink(ctx, tx, actor, { network, label: name })
    const made = await tx
      .insertInto('feeds')
      .values({
        ...{ shop_id: shopId, id, code, name, network, country, locale, link_code: linkCode },
        ...{ settings: JSON.stringify(settings), created_at: ctx.clock.now() }
      })
      .onConflict((c) => c.doNothing())
      .returning(['id', 'code'])
      .executeTakeFirst()
    if (!made) return refused('feed_address_taken')
    await later(ctx, tx, shopId, 'feed.check', { feedId: id })
    return done(made)
  })
}
