import { sql, type RawBuilder } from 'kysely'
import * as m from '#messages'
import { systemActor } from '#domain/accounts/index.ts'
import { buttonLetter, canMail, sendLetter } from '#domain/notifications/index.ts'
import { eraseMember, IS_OPEN } from '#domain/privacy/index.ts'
import type { Db, Tx } from '#platform/database/index.ts'
import { getShop, isLocale, originOf, pathIn, type Locale } from '#domain/shops/index.ts'
import type { Slice, Told, Wanted } from '../rule.ts'

/** How long before it a member is told that their page will go. */
export const WARNED_DAYS = 30
const WARNED_MS = WARNED_DAYS * 86_400_000
const AT_A_TIME = 50

/**
 * Members nobody saw for so long are told a month before, and erased unless they sign in. Staff stay, and so does
 * whoever waits for an order. Where no letter can be sent nobody is erased unwarned. An erasure locks the owners in a
 * transaction of its own, while this one may hold one of them: so it comes after.
 */
export const warnInactive: Slice = async (wanted) => {
  const { ctx, shopId, before } = wanted
  const shop = await getShop(ctx, shopId)
  if (!canMail(ctx, shop)) return 0
  const warned = await warn(wanted, new Date(before.getTime() + WARNED_MS))
  const late = new Date(ctx.clock.now().getTime() - WARNED_MS)
  const over = await silent(wanted, before, sql`p.warned_at <= ${late}`)
  return () => eraseSilent({ ctx, tx: ctx.db, shopId, before }, over, warned === AT_A_TIME)
}

/** Erases those who are silent still: whoever came by since the list was read stays. */
async function eraseSilent(reading: Reading, over: Silent[], left: boolean): Promise<Told> {
  const { ctx, shopId, before } = reading
  let gone = 0
  for (const { id } of over) {
    const [still] = await silent(reading, before, sql`p.id = ${id} and p.warned_at is not null`)
    if (still && (await eraseMember(ctx, systemActor(shopId), id)).ok) gone++
  }
  return { gone, left: left || (gone > 0 && over.length === AT_A_TIME) }
}

type Reading = Omit<Wanted, 'tx'> & { tx: Db | Tx }

type Silent = { id: string; email: string; locale: string | null }

async function silent({ tx, shopId }: Reading, since: Date, which: RawBuilder<unknown>): Promise<Silent[]> {
  const { rows } = await sql<Silent>`
    select p.id, p.email, p.locale from members p
    where p.shop_id = ${shopId} and p.role = 'member' and p.email <> '' and p.joined_at < ${since} and ${which}
      and coalesce(p.seen_at, p.joined_at) < least(${since}, coalesce(p.warned_at, ${since}))
      and not exists (select from orders o where o.shop_id = ${shopId} and o.member_id = p.id
        and (o.created_at >= ${since} or ${IS_OPEN}))
      and not exists (select from comments c where c.shop_id = ${shopId} and c.member_id = p.id and c.posted_at >= ${since})
      and not exists (select from reactions r where r.shop_id = ${shopId} and r.member_id = p.id and r.reacted_at >= ${since})
    order by p.id limit ${AT_A_TIME}`.execute(tx)
  return rows
}

/** Who came back after a warning is warned anew when they are silent for as long again. */
async function warn(wanted: Wanted, since: Date): Promise<number> {
  const { ctx, tx, shopId } = wanted
  await sql`update members set warned_at = null where shop_id = ${shopId} and warned_at < seen_at`.execute(tx)
  const members = await silent(wanted, since, sql`p.warned_at is null`)
  for (const member of members) {
    await tx
      .updateTable('members')
      .set({ warned_at: ctx.clock.now() })
      .where('shop_id', '=', shopId)
      .where('id', '=', member.id)
      .execute()
    await write(wanted, member)
  }
  return members.length
}

async function write({ ctx, tx, shopId }: Wanted, { email, locale }: Silent): Promise<void> {
  const shop = await getShop({ db: tx }, shopId)
  const own = (isLocale(locale ?? undefined) ? locale : shop.locale) as Locale
  const url = (await originOf({ ...ctx, db: tx }, shopId)) + pathIn(own, shop, '/sign-in')
  const o = { locale: own }
  const words = {
    subject: m.letter_inactive_subject({ shop: shop.name }, o),
    heading: m.letter_inactive_heading({}, o),
    text: m.letter_inactive_text({ shop: shop.name, days: WARNED_DAYS }, o),
    button: m.letter_inactive_button({}, o)
  }
  const letter = buttonLetter(words, { locale: own, shopName: shop.name, url })
  await sendLetter(ctx, tx, { shopId, kind: 'inactive', to: email, ...letter })
}
