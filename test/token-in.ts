import type { World } from './world.ts'

/** The token in the newest letter of the shop. */
export async function tokenIn({ ctx, shopId }: World): Promise<string> {
  const mail = await ctx.db
    .selectFrom('mails')
    .select('text_body')
    .where('shop_id', '=', shopId)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return new URL(/https?:\S+/.exec(mail.text_body)![0]).searchParams.get('token')!
}
