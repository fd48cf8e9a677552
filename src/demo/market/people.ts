import { createAccount } from '#domain/auth/index.ts'
import { addMember, joined, joinShop, updateProfile } from '#domain/members/index.ts'
import type { Actor, Role } from '#domain/accounts/index.ts'
import type { Context } from '#context'
import { append, write } from '#domain/ledger/index.ts'
import { followShop } from '#domain/reactions/index.ts'
import { done } from '#platform/outcome.ts'
import { demoPeople, demoPerson, type DemoPerson } from '../drawings/index.ts'
import { chance } from '../story/chance.ts'
import { after } from '../story/calendar.ts'
import type { Moment } from '../story/moments.ts'
import { must } from '../story/must.ts'
import { doorOf, type Market } from './market.ts'
import { neighbourNames } from './names.ts'
import { PASSWORD, signers } from './sign-ins.ts'

type Person = Pick<DemoPerson, 'name' | 'handle'>

const emailOf = ({ handle }: Person) => `${handle}@kauppatori.example`

/** An account with a password, for one of the few whom a visitor may sign in as. Answers the user's id. */
const openAccount = (ctx: Context, person: Person): Promise<string> =>
  must(createAccount(ctx, { email: emailOf(person), name: person.name, password: PASSWORD, verified: true }))

/** One who works at the stall, with the role they have there. */
export async function hire(ctx: Context, shopId: number, handle: string, role: Role): Promise<Actor> {
  const person = demoPerson(handle)
  const userId = await openAccount(ctx, person)
  const memberId = await must(
    write(ctx, shopId, async (tx) => {
      const id = await addMember(ctx, tx, shopId, { userId, email: emailOf(person), name: person.name, role })
      if (!id) throw new Error(`${person.name} is hired already`)
      await append(ctx, tx, shopId, [joined(id)])
      return done(id)
    })
  )
  return { shopId, role, memberId, visitor: null }
}

/** A guest of the demo joins; those nobody signs in as have a membership and no account behind it. */
async function join({ shop }: Market, ctx: Context, person: Person, userId?: string): Promise<Actor> {
  const user = { userId: userId ?? `demo:${person.handle}`, email: emailOf(person) }
  const { memberId } = await must(joinShop(ctx, doorOf(shop), user, { name: person.name }))
  return { shopId: shop.id, role: 'member', memberId, visitor: null }
}

/** Everyone with a face, in the weeks before the story begins: those who work here are hired already. */
export function seatPeople(market: Market): Moment[] {
  const { calendar, scale } = market
  const dice = chance('people')
  return demoPeople.map((person) => {
    const daysAgo = Math.round(dice.between(scale.days + 1, OPENED_BEFORE + scale.days - 2))
    const follows = dice.happens(0.8)
    const face = market.paint(person.avatar(), Math.min(320, scale.pixels), '')
    face.catch(() => {})
    return {
      at: calendar.moment(daysAgo, dice),
      async tell(ctx) {
        const member = market.members.get(person.handle) ?? (await joinAsOneself(market, ctx, person))
        market.members.set(person.handle, member)
        await introduce(ctx, member, person, await face)
        if (follows && member.role === 'member') await must(followShop(ctx, member))
      }
    }
  })
}

async function joinAsOneself(market: Market, ctx: Context, person: DemoPerson): Promise<Actor> {
  const signsIn = signers.some(({ handle }) => handle === person.handle)
  return join(market, ctx, person, signsIn ? await openAccount(ctx, person) : undefined)
}

/** How many days before the story the shop opened. */
export const OPENED_BEFORE = 18

/** A handle of their own, and a face: members cannot change that one themselves yet, so it is written beside. */
async function introduce(
  ctx: Context,
  member: Actor,
  { name, handle }: Person,
  avatar_id: string
): Promise<void> {
  await must(updateProfile(ctx, member, { name, handle, locale: null }))
  await ctx.db
    .updateTable('members')
    .set({ avatar_id })
    .where('shop_id', '=', member.shopId)
    .where('id', '=', member.memberId)
    .execute()
}

/** Neighbours who come by: some were there before, some join while the story goes on, and most follow the shop. */
export function seatNeighbours(market: Market): Moment[] {
  const { calendar, scale } = market
  const dice = chance('neighbours')
  return neighbourNames(scale.neighbours).flatMap((name, i) => {
    const person = { name, handle: `neighbour-${i + 1}` }
    const daysAgo = Math.floor(dice.between(0, OPENED_BEFORE + scale.days))
    const joins = calendar.moment(daysAgo, dice)
    const tell = async (ctx: Context) => {
      const member = await join(market, ctx, person)
      market.members.set(person.handle, member)
    }
    const follow = async (ctx: Context) => {
      const member = market.members.get(person.handle)
      if (member) await must(followShop(ctx, member))
    }
    const follows: Moment = { at: after(joins, 1 + dice.wait(60)), tell: follow }
    return [{ at: joins, alone: true, tell }, ...(dice.happens(0.7) ? [follows] : [])]
  })
}
