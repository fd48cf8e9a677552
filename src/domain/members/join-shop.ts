import type { Context } from '#context'
import type { Visit } from '#domain/auth/index.ts'
import { append, write } from '#domain/ledger/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { parse } from '#platform/parse.ts'
import { PersonName } from '#domain/auth/schema.ts'
import { addMember, joined } from './add-member.ts'

type User = { userId: string; email: string }

/** Makes a signed-in person a member of this shop. People are global, membership is each shop's own, and asked for. */
export async function joinShop(
  ctx: Context,
  { shop, locale }: Pick<Visit, 'shop' | 'locale'>,
  user: User,
  input: { name: unknown }
): Promise<Outcome<{ memberId: string }, 'invalid' | 'already_joined'>> {
  const name = parse(PersonName, input.name)
  if (!name.ok) return refused('invalid', { field: 'name' })
  return write(ctx, shop.id, async (tx) => {
    const memberId = await addMember(ctx, tx, shop.id, { ...user, name: name.value, locale })
    if (!memberId) return refused('already_joined')
    await append(ctx, tx, shop.id, [joined(memberId)])
    return done({ memberId })
  })
}
