import { open as openHandle, stat } from 'node:fs/promises'
import type { Metadata } from 'sharp'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { open } from './engine.ts'
import { overLimit, pictureLimits, type PictureLimits, type PictureRefusal } from './limits.ts'
import { refusalFrom } from './problems.ts'
import { agrees, mimeOf, sniff, sniffLength, type PictureType } from './sniff.ts'

/** A file's path (it must not change meanwhile), or all its bytes. */
export type PictureInput = string | Buffer

/** What a picture's header promises; width and height in pixels as a viewer would see them, already turned. */
export type Inspection = {
  type: PictureType
  bytes: number
  width: number
  height: number
  frames: number
  hasAlpha: boolean
}

export type InspectOptions = { declaredType?: string; limits?: Partial<PictureLimits> }

const sizeOf = async (input: PictureInput) =>
  typeof input === 'string' ? (await stat(input)).size : input.length

async function firstBytes(input: PictureInput): Promise<Buffer> {
  if (typeof input !== 'string') return input.subarray(0, sniffLength)
  const handle = await openHandle(input, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sniffLength), 0, sniffLength, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

const decodedType = (meta: Metadata) =>
  meta.format === 'heif' ? (meta.compression === 'av1' ? 'avif' : 'heic') : meta.format

async function readHeader(input: PictureInput): Promise<Outcome<Metadata, PictureRefusal>> {
  try {
    return done(await open(input, { limitInputPixels: false, failOn: 'error' }).metadata())
  } catch (error) {
    return refusalFrom(error)
  }
}

async function checkType(
  input: PictureInput,
  declared?: string
): Promise<Outcome<PictureType, PictureRefusal>> {
  const type = sniff(await firstBytes(input))
  if (!type) return refused('picture_type_unknown')
  if (!agrees(declared, type)) return refused('picture_type_mismatch', { found: mimeOf(type) })
  return type === 'heic' ? refused('picture_type_unsupported', { type }) : done(type)
}

/** Reads the header only, and refuses by size, type, pixels, frames and shape before anything is decoded. */
export async function inspect(
  input: PictureInput,
  options: InspectOptions = {}
): Promise<Outcome<Inspection, PictureRefusal>> {
  const limits = { ...pictureLimits, ...options.limits }
  const bytes = await sizeOf(input)
  if (bytes > limits.bytes) return refused('picture_too_large', { bytes, limit: limits.bytes })
  const type = await checkType(input, options.declaredType)
  if (!type.ok) return type
  const header = await readHeader(input)
  if (!header.ok) return header
  const meta = header.value
  if (decodedType(meta) !== type.value) return refused('picture_type_mismatch')
  const over = overLimit(meta, limits)
  if (over) return over
  const { width, height } = meta.autoOrient
  return done({ type: type.value, bytes, width, height, frames: meta.pages ?? 1, hasAlpha: meta.hasAlpha })
}
