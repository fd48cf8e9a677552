import type { Tx } from '#platform/database/index.ts'

export type ReadinessRefusal = 'post_empty' | 'alt_missing'

type Shown = { title: string; words: string; pictures: readonly { alt: string }[] }

/** What a post still lacks before people may see it: something to see, and words for those who cannot see it. */
export function whatIsMissing({ title, words, pictures }: Shown): ReadinessRefusal | undefined {
  if (!title && !words && pictures.length === 0) return 'post_empty'
  return pictures.some((picture) => picture.alt === '') ? 'alt_missing' : undefined
}

/** The same, for a post as it is stored. */
export async function whatPostLacks(
  tx: Tx,
  shopId: number,
  post: { id: string; title: string; words: string }
): Promise<ReadinessRefusal | undefined> {
  const pictures = await tx
    .selectFrom('post_pictures')
    .select('alt')
    .where('shop_id', '=', shopId)
    .where('post_id', '=', post.id)
    .execute()
  return whatIsMissing({ ...post, pictures })
}
