import { describe, expect, test } from 'vitest'
import { saved, zip } from './sample.ts'
import { agrees, sniff } from './sniff.ts'

const box = (major: string, ...compatible: string[]) => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(16 + 4 * compatible.length)
  return Buffer.concat([
    size,
    Buffer.from(`ftyp${major}\0\0\0\0${compatible.join('')}`, 'latin1'),
    Buffer.alloc(40)
  ])
}

describe('a picture is known by its bytes', () => {
  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('%s', async (type) => {
    expect(sniff(await saved(type))).toBe(type)
  })

  test('a phone’s HEIC is told from an AVIF that shares its container', () => {
    expect(sniff(box('heic', 'mif1', 'heic'))).toBe('heic')
    expect(sniff(box('mif1', 'mif1', 'avif'))).toBe('avif')
    expect(sniff(box('mif1', 'miaf'))).toBe('heic')
  })

  test.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['XML then SVG', '<?xml version="1.0"?><svg/>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['PDF', '%PDF-1.7\n'],
    ['ZIP', zip('a.txt', 'x').toString('latin1')],
    ['MP4', box('isom', 'isom', 'mp41').toString('latin1')],
    ['TIFF', 'II*\0\x08\0\0\0'],
    ['BMP', 'BM\x36\0\0\0'],
    ['WAV, also a RIFF', 'RIFF\x24\0\0\0WAVEfmt '],
    ['a JPEG behind a space', ' \xff\xd8\xff\xe0'],
    ['half a magic', '\x89PNG\r\n'],
    ['nothing', '']
  ])('%s is no picture', (_name, bytes) => {
    expect(sniff(Buffer.from(bytes, 'latin1'))).toBeUndefined()
  })
})

test('a declared type must be the found one, unless it says nothing', () => {
  for (const silent of [undefined, '', 'application/octet-stream']) expect(agrees(silent, 'png')).toBe(true)
  for (const same of ['image/jpeg', 'IMAGE/JPG', 'image/jpeg; charset=binary'])
    expect(agrees(same, 'jpeg')).toBe(true)
  for (const other of ['image/png', 'text/html', 'image/svg+xml', 'image'])
    expect(agrees(other, 'jpeg')).toBe(false)
})
