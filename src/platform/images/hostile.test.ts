import { describe, expect, test } from 'vitest'
import { open } from './engine.ts'
import { ingest } from './ingest.ts'
import type { InspectOptions } from './inspect.ts'
import { refusalFrom } from './problems.ts'
import { flat, noisy, pngPromising, saved, zip } from './sample.ts'

const refusal = async (input: Buffer, options?: InspectOptions) => {
  const outcome = await ingest(input, options)
  return outcome.ok ? 'taken' : outcome.refusal
}

test('an archive behind a picture does not survive', async () => {
  const archive = zip('evil.html', '<script>alert(1)</script>')
  for (const type of ['jpeg', 'png', 'gif', 'webp'] as const) {
    const outcome = await ingest(Buffer.concat([await saved(type), archive]))
    if (!outcome.ok) throw new Error(`${type}: ${outcome.refusal}`)
    for (const trace of ['PK\x03\x04', 'evil.html', '<script>'])
      expect(outcome.value.master.includes(trace)).toBe(false)
  }
})

test('a script in a comment segment does not survive', async () => {
  const jpeg = await saved('jpeg')
  const comment = Buffer.from('\xff\xfe\0\x1b<script>alert(1)</script>', 'latin1')
  const outcome = await ingest(Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]))
  expect(outcome.ok && outcome.value.master.includes('<script>')).toBe(false)
  expect(outcome.ok).toBe(true)
})

describe('a header promising too much is refused before decoding', () => {
  const jpegPromising = async (side: number) => {
    const jpeg = await flat(16, 16).jpeg().toBuffer()
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
    jpeg.writeUInt16BE(side, frame + 5)
    jpeg.writeUInt16BE(side, frame + 7)
    return jpeg
  }

  test('pixels, in a PNG and a JPEG of a few bytes', async () => {
    const started = performance.now()
    expect(await ingest(pngPromising(50_000, 50_000))).toMatchObject({
      ok: false,
      refusal: 'picture_too_many_pixels',
      detail: { pixels: 2_500_000_000, limit: 60_000_000 }
    })
    expect(await refusal(await jpegPromising(60_000))).toBe('picture_too_many_pixels')
    expect(performance.now() - started).toBeLessThan(5_000) // decoding them takes minutes
  })

  test('a line of pixels no screen can show', async () => {
    expect(await refusal(pngPromising(40_000, 1_400))).toBe('picture_dimensions_absurd')
    expect(await refusal(pngPromising(10_000, 10))).toBe('picture_dimensions_absurd')
    expect(await refusal(pngPromising(0, 10))).toBe('picture_broken')
  })

  test('a picture its decoder would have to hold whole has less room', async () => {
    const progressive = await noisy(400, 400)
      .jpeg({ progressive: true, chromaSubsampling: '4:4:4' })
      .toBuffer()
    const baseline = await noisy(400, 400).jpeg({ chromaSubsampling: '4:4:4' }).toBuffer()
    const limits = { decoderBytes: 400 * 400 * 6 - 1 }
    expect(await refusal(progressive, { limits })).toBe('picture_too_many_pixels')
    expect(await refusal(baseline, { limits })).toBe('taken')
    expect(await refusal(await saved('avif', 400, 400), { limits })).toBe('picture_too_many_pixels')
    expect(await refusal(await saved('webp', 400, 400), { limits })).toBe('taken')
  })

  test('frames', async () => {
    const pictures = await Promise.all(['#f00', '#0f0', '#00f'].map((c) => flat(20, 20, c).png().toBuffer()))
    for (const type of ['gif', 'webp'] as const) {
      const moving = await open(pictures, { join: { animated: true } })
        .toFormat(type)
        .toBuffer()
      expect(await refusal(moving, { limits: { frames: 2 } })).toBe('picture_too_many_frames')
      expect(await refusal(moving, { limits: { frames: 3 } })).toBe('taken')
    }
  })
})

test('too many bytes are refused unread', async () => {
  const big = Buffer.alloc(50_000_001)
  expect(await refusal(big)).toBe('picture_too_large')
  expect(await refusal(big.subarray(1))).toBe('picture_type_unknown')
})

test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
  'a %s cut short is refused, wherever it was cut',
  async (type) => {
    const whole = await saved(type)
    for (const part of [0.3, 0.6, 0.95]) {
      expect(await refusal(whole.subarray(0, Math.floor(whole.length * part)))).toBe('picture_broken')
    }
  }
)

test('other documents are refused by what they are, whatever they call themselves', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  expect(await refusal(svg, { declaredType: 'image/png' })).toBe('picture_type_unknown')
  expect(await refusal(Buffer.from('<html><img src=x></html>'), { declaredType: 'image/jpeg' })).toBe(
    'picture_type_unknown'
  )
  expect(await refusal(await flat().tiff().toBuffer())).toBe('picture_type_unknown')
  expect(await refusal(Buffer.alloc(0))).toBe('picture_type_unknown')
  expect(await refusal(await saved('png'), { declaredType: 'text/html' })).toBe('picture_type_mismatch')
  expect(await refusal(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'))).toBe(
    'picture_type_unsupported'
  )
  expect(await refusal(Buffer.from('\xff\xd8\xff\xe0 not at all', 'latin1'))).toBe('picture_broken')
})

test('a decoder that takes too long is stopped', async () => {
  const endless = noisy(9000, 9000).blur(40).png({ compressionLevel: 9 }).timeout({ seconds: 1 })
  const error = await endless.toBuffer().catch((thrown: unknown) => thrown)
  expect(refusalFrom(error)).toEqual({ ok: false, refusal: 'picture_too_slow' })
})

test('a full disk or a bug is not blamed on the picture', () => {
  for (const error of [new Error('write: No space left on device'), 'a string'])
    expect(() => refusalFrom(error)).toThrow()
})
