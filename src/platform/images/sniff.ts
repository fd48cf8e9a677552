/** `heic` is known in order to be refused by name: our decoder has no HEVC. */
export type PictureType = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic'

/** The bytes `sniff` wants to see. */
export const sniffLength = 256

const mimes: Record<PictureType, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
  heic: 'image/heic'
}

export const mimeOf = (type: PictureType): string => mimes[type]

const hevc = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])

/** The brands of an ISO media file: the major one, then the compatible ones (ISO/IEC 14496-12, box `ftyp`). */
function brands(bytes: Buffer): string[] {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp') return []
  const end = Math.min(bytes.readUInt32BE(0), bytes.length)
  const found = [bytes.toString('latin1', 8, 12)]
  for (let at = 16; at + 4 <= end; at += 4) found.push(bytes.toString('latin1', at, at + 4))
  return found
}

/** The picture's type by its first bytes, whatever its name and sender say; undefined for anything else. */
export function sniff(bytes: Buffer): PictureType | undefined {
  const text = bytes.toString('latin1', 0, 12)
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif'
  if (text.startsWith('RIFF') && text.slice(8) === 'WEBP') return 'webp'
  const named = brands(bytes)
  if (named.includes('avif') || named.includes('avis')) return 'avif'
  return named.some((brand) => hevc.has(brand)) ? 'heic' : undefined
}

const aliases: Record<string, string> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
  'image/heif': 'image/heic'
}

/** Whether a declared media type fits what was found; saying nothing in particular fits everything. */
export function agrees(declared: string | undefined, type: PictureType): boolean {
  const mime = declared?.split(';')[0]?.trim().toLowerCase()
  if (!mime || mime === 'application/octet-stream') return true
  return (aliases[mime] ?? mime) === mimes[type]
}
