import type { World } from './world.ts'

/** The link in the newest letter of the shop. */
export async function linkIn({ ctx, shopId }: World): Promise<URL> {
  const mail = await ctx.db
    .selectFrom('mails')
    .select('text_body')
    .where('shop_id', '=', shopId)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return new URL(/https?:\S+/.exec(mail.text_body)![0])
}

/** The token in it. */
export const tokenIn = async (world: World): Promise<string> =>
  (await linkIn(world)).searchParams.get('token')!
