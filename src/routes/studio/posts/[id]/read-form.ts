import type { PostInput } from '#domain/posts/index.ts'

const text = (form: FormData, name: string): string => String(form.get(name) ?? '')
const texts = (form: FormData, name: string): string[] => form.getAll(name).map(String)
const percent = (value: string | undefined): number => Number((value ?? '').replace(',', '.')) / 100

/**
 * The whole of a post as the composer's form holds it; what is wrong with it, the command says. Where no script takes
 * pictures and products away, boxes do: `drop` names a picture, which takes its products along, `drop-tag` a row.
 */
export function readPostForm(postId: string, form: FormData): PostInput {
  const [ids, alts] = [texts(form, 'picture'), texts(form, 'alt')]
  const dropped = new Set(texts(form, 'drop'))
  const before = (place: number) => ids.slice(0, Math.max(0, place)).filter((id) => dropped.has(id)).length
  return {
    postId,
    version: Number(text(form, 'version')),
    title: text(form, 'title'),
    words: text(form, 'words'),
    disclosure: text(form, 'disclosure'),
    campaignId: text(form, 'campaign') || null,
    pinned: form.has('pinned'),
    pictures: ids.map((id, i) => ({ id, alt: alts[i] ?? '' })).filter(({ id }) => !dropped.has(id)),
    tags: readTags(form)
      .filter(({ picture }) => !dropped.has(ids[picture] ?? ''))
      .map((tag) => ({ ...tag, picture: tag.picture - before(tag.picture) }))
  }
}

function readTags(form: FormData): PostInput['tags'] {
  const pictures = texts(form, 'tag-picture')
  const [across, down] = [texts(form, 'tag-x'), texts(form, 'tag-y')]
  const dropped = texts(form, 'drop-tag')
  return texts(form, 'tag-product')
    .map((productId, i) => ({
      picture: Number(pictures[i]),
      productId,
      x: percent(across[i]),
      y: percent(down[i])
    }))
    .filter(({ productId }, i) => productId !== '' && !dropped.includes(`${i}`))
}
