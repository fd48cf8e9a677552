import type { Context } from '#context'
import { enter, findMemberOf, type Entered } from '#domain/accounts/index.ts'
import { attempt, authFor, limited, type Visit } from '#domain/auth/index.ts'
import { joinShop } from '#domain/members/index.ts'
import { hashSecret } from '#platform/ids.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { UseLinkInput } from './schema.ts'

type Refusals = 'invalid' | 'too_many_tries' | 'link_spent' | 'blocked'

/** What a link would do, without using it: mail programs open links before people do. Undefined when it is spent. */
export async function findLink(
  ctx: Context,
  visit: Visit,
  token: string
): Promise<{ email: string; isMember: boolean; name: string } | undefined> {
  const auth = await authFor(ctx, visit)
  const { internalAdapter } = await auth.$context
  const kept = await internalAdapter.findVerificationValue(
    `magic-link:${hashSecret(`${visit.shop.id}:${token}`)}`
  )
  if (!kept || kept.expiresAt <= ctx.clock.now()) return undefined
  const { email } = JSON.parse(kept.value) as { email: string }
  const user = (await internalAdapter.findUserByEmail(email))?.user
  const member = user && (await findMemberOf(ctx, visit.shop.id, user.id))
  return { email, isMember: member !== undefined, name: user?.name ?? '' }
}

/** Uses a link up and signs in. It works once: of two at the same moment, one gets in. A newcomer gives a name and joins. */
export async function useLink(
  ctx: Context,
  visit: Visit,
  input: unknown
): Promise<Outcome<Entered, Refusals>> {
  const read = parse(UseLinkInput, input)
  if (!read.ok) return read
  const limit = limited(ctx, 'token', visit)
  if (limit) return limit
  const { token, name } = read.value
  const link = await findLink(ctx, visit, token)
  if (!link) return refused('link_spent')
  if (!link.isMember && !name) return refused('invalid', { field: 'name' })
  const auth = await authFor(ctx, visit)
  const used = await attempt(() => auth.api.magicLinkVerify({ query: { token }, headers: new Headers() }))
  if (!used.ok) return refused('link_spent')
  const { user, token: session } = used.value
  if (!link.isMember && name) {
    const joined = await joinShop(ctx, visit, { userId: user.id, email: user.email }, { name })
    if (!joined.ok && joined.refusal !== 'already_joined') return refused('invalid', { field: 'name' })
  }
  const entered = await enter(ctx, visit, { token: session, userId: user.id })
  return entered.ok ? done(entered.value) : entered
}
