import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { done, type Outcome } from '#platform/outcome.ts'
import { dominantColour } from './colour.ts'
import { encodeMaster, formatExtension, formatMime } from './encode.ts'
import { open } from './engine.ts'
import { inspect, type Inspection, type InspectOptions, type PictureInput } from './inspect.ts'
import { lane } from './lane.ts'
import { pictureLimits, type PictureLimits, type PictureRefusal } from './limits.ts'
import { placeholderUrl, thumbhashOf, tiny } from './placeholder.ts'
import { refusalFrom } from './problems.ts'

/** A picture made safe: only our own encoder's bytes, upright, in sRGB, without EXIF, GPS, XMP or profile. */
export type Ingested = {
  master: Buffer
  width: number
  height: number
  mime: string
  extension: string
  /** Of the bytes received, in hex: the same upload twice is known by it. */
  sha256: string
  thumbhash: string
  /** A data URL of at most 1,024 characters to show until the picture is there. */
  placeholder: string
  /** The dominant colour, `#rrggbb`. */
  colour: string
  source: Inspection
}

/** No longer side is kept: twice the largest rendition, and more than any network shows. */
export const masterSide = 4096

const inLane = lane(2)

async function sha256Of(input: PictureInput): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(typeof input === 'string' ? createReadStream(input) : Readable.from([input]), hash)
  return hash.digest('hex')
}

async function makeMaster(input: PictureInput, source: Inspection, { pixels, seconds }: PictureLimits) {
  const image = open(input, { limitInputPixels: pixels, failOn: 'error' }).autoOrient()
  const fitted = image.resize({
    width: masterSide,
    height: masterSide,
    fit: 'inside',
    withoutEnlargement: true
  })
  const timed = encodeMaster(fitted, source.hasAlpha).timeout({ seconds })
  const { data, info } = await timed.toBuffer({ resolveWithObject: true })
  return { master: data, width: info.width, height: info.height }
}

async function describe(master: Buffer) {
  const pixels = await tiny(master)
  const thumbhash = thumbhashOf(pixels)
  return { thumbhash, placeholder: await placeholderUrl(thumbhash), colour: dominantColour(pixels) }
}

async function take(
  input: PictureInput,
  options: InspectOptions
): Promise<Outcome<Ingested, PictureRefusal>> {
  const inspected = await inspect(input, options)
  if (!inspected.ok) return inspected
  const source = inspected.value
  const format = source.hasAlpha ? 'webp' : 'jpeg'
  try {
    const made = await makeMaster(input, source, { ...pictureLimits, ...options.limits })
    const described = await describe(made.master)
    const sha256 = await sha256Of(input)
    const named = { mime: formatMime[format], extension: formatExtension[format] }
    return done({ ...made, ...named, ...described, sha256, source })
  } catch (error) {
    return refusalFrom(error)
  }
}

/**
 * Every picture from outside passes here: it is judged by its header, decoded whole and encoded anew, so nothing
 * hidden in it or behind it survives; of an animation the first frame is kept. Two at once in a process.
 */
export const ingest = (
  input: PictureInput,
  options: InspectOptions = {}
): Promise<Outcome<Ingested, PictureRefusal>> => inLane(() => take(input, options))
