import type { Lifecycle } from '#platform/lifecycle.ts'
import type { FocalPoint, PictureFormat } from '#platform/images/index.ts'

export type PictureState = 'processing' | 'ready' | 'refused'

/** A picture can be shown as soon as it is kept; it is ready when every size and format is there. */
export const pictureLifecycle: Lifecycle<PictureState> = {
  processing: ['ready', 'refused'],
  ready: [],
  refused: []
}

/** The widths there are, by format, narrowest first. */
export type Renditions = Partial<Record<PictureFormat, number[]>>

/** What a page needs to show a picture; `base` begins its addresses: `/media/1/0190…` + `/640.webp`. */
export type PictureView = {
  id: string
  base: string
  width: number
  height: number
  renditions: Renditions
  /** What matters in it, as fractions from the upper left corner. */
  focal: FocalPoint
  /** A data URL, shown until the picture is there. */
  placeholder: string | null
  alt: string
}
