import { crc32 } from 'node:zlib'
import { open } from './engine.ts'
import type { PictureType } from './sniff.ts'

/** Pictures made for tests: no file is kept in the repository. */
export const flat = (width = 300, height = 200, background = '#cc3322') =>
  open({ create: { width, height, channels: 3, background } })

export const noisy = (width = 300, height = 200) =>
  open({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 120, sigma: 40 }
    }
  })

export const saved = (type: Exclude<PictureType, 'heic'>, width?: number, height?: number): Promise<Buffer> =>
  noisy(width, height)
    .toFormat(type, type === 'avif' ? { effort: 0 } : {})
    .toBuffer()

/** Left half one colour, right half another: shows turns and crops. */
export const halves = (width: number, height: number, left: string, right: string) =>
  flat(width, height, left).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: right } },
      left: width / 2,
      top: 0
    }
  ])

/** The colour at one point, 0 to 255 a channel. */
export async function pixel(picture: Buffer, left: number, top: number): Promise<number[]> {
  return [...(await open(picture).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())]
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** A PNG of a few bytes whose header promises any size. */
export function pngPromising(width: number, height: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    magic,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(64)),
    chunk('IEND', Buffer.alloc(0))
  ])
}

/** A stored (uncompressed) one-file ZIP archive: what a polyglot carries behind its picture. */
export function zip(name: string, text: string): Buffer {
  const body = Buffer.from(text)
  const fields = Buffer.alloc(22)
  fields.writeUInt32LE(crc32(body), 10)
  fields.writeUInt32LE(body.length, 14)
  fields.writeUInt32LE(body.length, 18)
  const local = Buffer.concat([
    Buffer.from('PK\x03\x04'),
    fields,
    Buffer.from([name.length, 0, 0, 0])
  ]).subarray(0, 30)
  const end = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)])
  return Buffer.concat([local, Buffer.from(name), body, end])
}
