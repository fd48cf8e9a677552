import type { Context } from '#context'
import { enter, type Entered } from '#domain/accounts/index.ts'
import { attempt, authFor, limited, withTray, type Visit } from '#domain/auth/index.ts'
import { joinShop } from '#domain/members/index.ts'
import { canMail } from '#domain/notifications/index.ts'
import { evenTime } from '#platform/http/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { SignUpInput } from './schema.ts'
import { postLetter } from './post-letter.ts'

type Input = { name: string; email: string; password: string }
type Refusals = 'invalid' | 'too_many_tries' | 'cannot_sign_up' | 'blocked'
type SignedUp = { state: 'letter_sent'; email: string } | ({ state: 'entered' } & Entered)

const ANSWER_MS = 400

/**
 * Makes an account. Where letters reach people, the answer is always the same letter-on-its-way, whether the address
 * was new or known, and only the letter tells; where no mail server is set, a new account is entered at once.
 */
export async function signUp(
  ctx: Context,
  visit: Visit,
  input: unknown
): Promise<Outcome<SignedUp, Refusals>> {
  const read = parse(SignUpInput, input)
  if (!read.ok) return read
  const limit = limited(ctx, 'account', { address: visit.address })
  if (limit) return limit
  if (!canMail(ctx, visit.shop)) return enterAtOnce(ctx, visit, read.value)
  const letters = limited(ctx, 'letter', { address: visit.address, email: read.value.email })
  if (letters) return letters
  return evenTime(ANSWER_MS, () => byLetter(ctx, visit, read.value))
}

async function byLetter(ctx: Context, visit: Visit, body: Input): Promise<Outcome<SignedUp, Refusals>> {
  const auth = await authFor(ctx, visit)
  const { asked } = await withTray(() => attempt(() => auth.api.signUpEmail({ body })))
  if (asked) {
    const path = asked.kind === 'confirm' ? `/sign-up/confirm?token=${asked.token}` : '/sign-in'
    await postLetter(ctx, visit, { kind: asked.kind, to: asked.email, path })
  }
  return done({ state: 'letter_sent', email: body.email })
}

async function enterAtOnce(ctx: Context, visit: Visit, body: Input): Promise<Outcome<SignedUp, Refusals>> {
  const auth = await authFor(ctx, visit)
  const made = await attempt(() => auth.api.signUpEmail({ body }))
  if (!made.ok || !made.value.token) return refused('cannot_sign_up')
  const { user, token } = made.value
  const joined = await joinShop(ctx, visit, { userId: user.id, email: user.email }, { name: body.name })
  if (!joined.ok) return refused('cannot_sign_up')
  const entered = await enter(ctx, visit, { token, userId: user.id })
  return entered.ok ? done({ state: 'entered', ...entered.value }) : entered
}
