import type { PostInput } from '#domain/posts/index.ts'

const text = (form: FormData, name: string): string => String(form.get(name) ?? '')
const texts = (form: FormData, name: string): string[] => form.getAll(name).map(String)
const percent = (value: string | undefined): number => Number((value ?? '').replace(',', '.')) / 100

/** The whole of a post as the composer's form holds it; what is wrong with it, the command says. */
export function readPostForm(postId: string, form: FormData): PostInput {
  const alts = texts(form, 'alt')
  const [products, pictures] = [texts(form, 'tag-product'), texts(form, 'tag-picture')]
  const [across, down] = [texts(form, 'tag-x'), texts(form, 'tag-y')]
  return {
    postId,
    version: Number(text(form, 'version')),
    title: text(form, 'title'),
    words: text(form, 'words'),
    disclosure: text(form, 'disclosure'),
    campaignId: text(form, 'campaign') || null,
    pinned: form.has('pinned'),
    pictures: texts(form, 'picture').map((id, i) => ({ id, alt: alts[i] ?? '' })),
    tags: products
      .map((productId, i) => ({
        picture: Number(pictures[i]),
        productId,
        x: percent(across[i]),
        y: percent(down[i])
      }))
      .filter((tag) => tag.productId !== '')
  }
}
