import { cropRegion, type FocalPoint } from './crop.ts'
import { open } from './engine.ts'
import { lane } from './lane.ts'
import type { Size } from './plan.ts'

/** A picture's place in a composition, and what of it matters. */
export type Placed = Size & { body: Buffer; left: number; top: number; focal: FocalPoint }

// One at a time, whoever asks: a composition holds a few uncompressed pictures.
const inTurn = lane(1)

/**
 * Lays pictures on a drawing and another drawing over them (our own SVG, of the same size), as a JPEG. Small letters and
 * saturated red keep their edges: colour is not thinned out.
 */
export const compose = (
  size: Size,
  { under, pictures, over }: { under: string; pictures: readonly Placed[]; over: string }
) =>
  inTurn(async (): Promise<Buffer> => {
    const layers = []
    for (const { body, focal, left, top, width, height } of pictures) {
      const region = cropRegion(await open(body).metadata(), { width, height }, focal)
      const input = await open(body)
        .extract(region)
        .resize(width, height)
        .removeAlpha()
        .png({ compressionLevel: 1 })
        .toBuffer()
      layers.push({ input, left, top })
    }
    return open(Buffer.from(under))
      .resize(size.width, size.height)
      .composite([...layers, { input: Buffer.from(over), left: 0, top: 0 }])
      .flatten({ background: '#fff' })
      .jpeg({ quality: 84, mozjpeg: true, chromaSubsampling: '4:4:4' })
      .toBuffer()
  })
