import type { Context } from '#context'
import { folderOf } from './keys.ts'

/** Empties the folder of a picture that is kept no more. Done again, it changes nothing. */
export async function forgetPicture(
  { db, files }: Pick<Context, 'db' | 'files'>,
  shopId: number,
  pictureId: string
): Promise<void> {
  const kept = await db
    .selectFrom('pictures')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('id', '=', pictureId)
    .executeTakeFirst()
  if (kept) return
  for await (const key of files.list(folderOf(shopId, pictureId))) await files.remove(key)
}
