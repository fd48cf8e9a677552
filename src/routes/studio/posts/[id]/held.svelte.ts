import type { PictureView } from '#domain/pictures/index.ts'
import type { Draft, PostInput, TagView } from '#domain/posts/index.ts'

export type TagProduct = Pick<
  TagView,
  'productId' | 'handle' | 'title' | 'price' | 'compareAt' | 'inStock' | 'variants'
>
/** A tag hangs on a picture by its id, so that pictures can change places. x and y are fractions. */
export type HeldTag = { key: number; pictureId: string; x: number; y: number; product: TagProduct }

/** Everything a composer holds. */
export type Held = {
  title: string
  words: string
  disclosure: string
  campaignId: string
  pinned: boolean
  pictures: PictureView[]
  tags: HeldTag[]
}

let keys = 0

/** A post in hand. `typed` is what an earlier try held that was refused: it stands instead of what is stored. */
export function hold(draft: Draft, typed?: PostInput): Held {
  const altOf = (id: string) => typed?.pictures.find((picture) => picture.id === id)?.alt
  const held: Held = $state({
    title: typed?.title ?? draft.title,
    words: typed?.words ?? draft.words,
    disclosure: typed?.disclosure ?? draft.disclosure ?? '',
    campaignId: (typed ? typed.campaignId : draft.campaignId) ?? '',
    pinned: typed?.pinned ?? draft.pinned,
    pictures: draft.pictures.map((picture) => ({ ...picture, alt: altOf(picture.id) ?? picture.alt })),
    tags: draft.tags.flatMap(({ picture, x, y, n: _n, ...product }) => {
      const pictureId = draft.pictures[picture]?.id
      return pictureId ? { key: keys++, pictureId, x, y, product } : []
    })
  })
  return held
}

const between = (n: number) => Math.min(1, Math.max(0, Math.round(n * 1000) / 1000))

export function placeTag(held: Held, pictureId: string, at: { x: number; y: number }, product: TagProduct) {
  held.tags.push({ key: keys++, pictureId, x: between(at.x), y: between(at.y), product })
}

export function moveTag(tag: HeldTag, x: number, y: number): void {
  tag.x = between(x)
  tag.y = between(y)
}

export function removeTag(held: Held, key: number): void {
  held.tags = held.tags.filter((tag) => tag.key !== key)
}

/** Hangs a picture behind the others; one that is there already stays where it is. */
export function addPicture(held: Held, picture: PictureView): void {
  if (!held.pictures.some((one) => one.id === picture.id)) held.pictures.push(picture)
}

export function removePicture(held: Held, id: string): void {
  held.pictures = held.pictures.filter((picture) => picture.id !== id)
  held.tags = held.tags.filter((tag) => tag.pictureId !== id)
}

export function movePicture(held: Held, index: number, by: number): number {
  const to = index + by
  const [picture] = held.pictures.splice(index, 1)
  if (picture) held.pictures.splice(to, 0, picture)
  return to
}

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
}

/** How far an arrow key moves: one hundredth of the picture, with Shift ten. Undefined for other keys. */
export function stepOf({ key, shiftKey }: KeyboardEvent): { x: number; y: number } | undefined {
  const step = STEPS[key]
  return step && { x: (step[0] * (shiftKey ? 10 : 1)) / 100, y: (step[1] * (shiftKey ? 10 : 1)) / 100 }
}
