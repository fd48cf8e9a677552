import type { Sharp } from './engine.ts'

export type PictureFormat = 'jpeg' | 'webp' | 'avif'

export const formatMime: Record<PictureFormat, string> = {
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif'
}

export const formatExtension: Record<PictureFormat, string> = { jpeg: 'jpg', webp: 'webp', avif: 'avif' }

/** Qualities chosen to look alike at arm's length; JPEG has no transparency, so it is laid on white. */
export function encode(image: Sharp, format: PictureFormat, avifEffort = 3): Sharp {
  if (format === 'jpeg') return image.flatten({ background: '#fff' }).jpeg({ quality: 78, mozjpeg: true })
  if (format === 'webp') return image.webp({ quality: 78, effort: 4 })
  // On the demo's drawings (libvips 8.18), CPU and bytes against effort 3: at 0 a fifth and +47 %, at 1 a third and
  // +17 %; 4 costs five times the CPU of 3 for the same bytes and the same likeness.
  return image.avif({ quality: 52, effort: avifEffort })
}

/** The master is encoded once more by every rendition, so it gives nothing away that an eye could miss. */
export function encodeMaster(image: Sharp, hasAlpha: boolean): Sharp {
  if (hasAlpha) return image.webp({ quality: 92, alphaQuality: 100, effort: 2 })
  // Optimised coding would hold every coefficient in memory: +70 MB for 2 % smaller files.
  return image.jpeg({ quality: 90, chromaSubsampling: '4:4:4', optimiseCoding: false })
}
