import type { Metadata } from 'sharp'
import { refused } from '#platform/outcome.ts'

export type PictureRefusal =
  | 'picture_too_large'
  | 'picture_type_unknown'
  | 'picture_type_unsupported'
  | 'picture_type_mismatch'
  | 'picture_too_many_pixels'
  | 'picture_too_many_frames'
  | 'picture_dimensions_absurd'
  | 'picture_broken'
  | 'picture_too_slow'

/** Bytes, pixels, frames and seconds a picture may take; a longer side at most `aspect` times the shorter. */
export const pictureLimits = {
  bytes: 50_000_000,
  pixels: 60_000_000,
  decoderBytes: 256 * 1024 * 1024,
  frames: 1000,
  side: 30_000,
  aspect: 40,
  seconds: 20
}

export type PictureLimits = typeof pictureLimits

const jpegWeight = ({ isProgressive, chromaSubsampling, channels = 3 }: Metadata) =>
  !isProgressive ? 0 : chromaSubsampling === '4:2:0' ? 3 : 2 * channels

const pngWeight = ({ isProgressive, depth, channels = 4 }: Metadata) =>
  isProgressive ? channels * (depth === 'ushort' ? 2 : 1) : 0

/**
 * Bytes per pixel the decoder holds at once. Baseline JPEG and plain PNG stream row by row; the others need the
 * whole picture in memory (measured with libvips 8.18 and rounded up; AVIF by its dearest kind, 10-bit 4:4:4).
 */
function weight(meta: Metadata): number {
  if (meta.format === 'jpeg') return jpegWeight(meta)
  if (meta.format === 'png') return pngWeight(meta)
  return meta.format === 'heif' ? 21 : 5
}

/** The first limit a picture's header breaks, before a single pixel is decoded. */
export function overLimit(meta: Metadata, limits: PictureLimits) {
  const { width, height, pages: frames = 1 } = meta
  const pixels = width * height
  const allowed = Math.min(limits.pixels, Math.floor(limits.decoderBytes / weight(meta)))
  if (pixels > allowed) return refused('picture_too_many_pixels', { pixels, limit: allowed })
  if (frames > limits.frames) return refused('picture_too_many_frames', { frames, limit: limits.frames })
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  if (long > limits.side || long > short * limits.aspect)
    return refused('picture_dimensions_absurd', { width, height })
  return undefined
}
