import type { PictureView } from './picture.ts'

/** The JPEG that is just wide enough, or the widest there is: what other networks and letters show. */
export function jpegPath({ base, renditions }: PictureView, width: number): string | undefined {
  const widths = renditions.jpeg ?? []
  const near = widths.find((one) => one >= width) ?? widths.at(-1)
  return near === undefined ? undefined : `${base}/${near}.jpg`
}
