import type { Context } from '#context'
import { authFor, limited, withTray, type Visit } from '#domain/auth/index.ts'
import { canMail } from '#domain/notifications/index.ts'
import { evenTime } from '#platform/http/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { LinkInput } from './schema.ts'
import { postLetter } from './post-letter.ts'

type Refusals = 'invalid' | 'too_many_tries' | 'no_mail_server'

const ANSWER_MS = 400

/** Sends the way to a new password to an address that has an account. The answer is the same when it has none. */
export async function forgotPassword(
  ctx: Context,
  visit: Visit,
  input: unknown
): Promise<Outcome<{ email: string }, Refusals>> {
  const read = parse(LinkInput, input)
  if (!read.ok) return read
  if (!canMail(ctx, visit.shop)) return refused('no_mail_server')
  const { email } = read.value
  const limit = limited(ctx, 'letter', { address: visit.address, email })
  if (limit) return limit
  return evenTime(ANSWER_MS, async () => {
    const auth = await authFor(ctx, visit)
    const { asked } = await withTray(() => auth.api.requestPasswordReset({ body: { email } }))
    if (asked) await postLetter(ctx, visit, { kind: 'reset', to: email, path: `/reset?token=${asked.token}` })
    return done({ email })
  })
}
