import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { open } from './engine.ts'
import { ingest, masterSide, type Ingested } from './ingest.ts'
import type { PictureInput } from './inspect.ts'
import { flat, halves, pixel, saved } from './sample.ts'

const taken = async (input: PictureInput): Promise<Ingested> => {
  const outcome = await ingest(input)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

test('place, camera and author are in the upload and not in the master', async () => {
  const image = flat().withExif({
    IFD0: { Make: 'Kamerafabriken', Artist: 'Aino Salonen' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '60/1 10/1 0/1' }
  })
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- Kauppatori 1 --></x:xmpmeta>'
  const upload = await image.withXmp(xmp).jpeg().toBuffer()
  const before = await open(upload).metadata()
  expect(before.exif?.includes('Kamerafabriken')).toBe(true)
  expect(before.xmp).toBeDefined()
  const { master } = await taken(upload)
  const after = await open(master).metadata()
  expect([after.exif, after.xmp, after.iptc, after.icc, after.orientation]).toEqual(Array(5).fill(undefined))
  for (const word of ['Exif', 'Kamerafabriken', 'Aino', 'Kauppatori', 'xmpmeta'])
    expect(master.includes(word)).toBe(false)
})

test('a picture held sideways stands upright, in pixels and in figures', async () => {
  const upload = await halves(300, 200, '#ff0000', '#0000ff')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const picture = await taken(upload)
  expect([picture.width, picture.height]).toEqual([200, 300])
  expect([picture.source.width, picture.source.height]).toEqual([200, 300])
  expect((await pixel(picture.master, 100, 20))[0]).toBeGreaterThan(240)
  expect((await pixel(picture.master, 100, 280))[2]).toBeGreaterThan(240)
})

test('a wide-gamut picture keeps its look as sRGB', async () => {
  const upload = await flat(64, 64, '#c83c28').withIccProfile('p3').png().toBuffer()
  expect((await open(upload).metadata()).icc).toBeDefined()
  const stored = [
    ...(await open(upload, { ignoreIcc: true })
      .extract({ left: 9, top: 9, width: 1, height: 1 })
      .raw()
      .toBuffer())
  ]
  expect(Math.abs((stored[0] ?? 0) - 0xc8)).toBeGreaterThan(8)
  const [red, green, blue] = await pixel((await taken(upload)).master, 9, 9)
  for (const [got, wanted] of [
    [red, 0xc8],
    [green, 0x3c],
    [blue, 0x28]
  ])
    expect(Math.abs(got! - wanted!)).toBeLessThan(5)
})

test('print colours become screen colours', async () => {
  const upload = await flat(64, 64, '#00a040').toColorspace('cmyk').jpeg().toBuffer()
  expect((await open(upload).metadata()).space).toBe('cmyk')
  const meta = await open((await taken(upload)).master).metadata()
  expect([meta.space, meta.channels]).toEqual(['srgb', 3])
})

test('transparency survives, and is not taken for the dominant colour', async () => {
  const clear = { width: 200, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const
  const spot = await flat(60, 60, '#2255cc').png().toBuffer()
  const picture = await taken(
    await open({ create: clear })
      .composite([{ input: spot }])
      .png()
      .toBuffer()
  )
  expect([picture.mime, picture.extension]).toEqual(['image/webp', 'webp'])
  expect((await pixel(picture.master, 5, 5))[3]).toBe(0)
  expect(picture.colour).toMatch(/^#2[0-9a-f]5[0-9a-f]c[0-9a-f]$/)
})

test('of an animation the first frame is kept', async () => {
  const frames = await Promise.all(
    ['#ff0000', '#00ff00', '#0000ff'].map((c) => flat(80, 60, c).png().toBuffer())
  )
  const gif = await open(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  const picture = await taken(gif)
  expect(picture.source).toMatchObject({ type: 'gif', frames: 3, width: 80, height: 60 })
  expect((await open(picture.master).metadata()).pages ?? 1).toBe(1)
  const [red, green] = await pixel(picture.master, 40, 30)
  expect(red! > 240 && green! < 15).toBe(true)
})

test('every accepted type gives a master of our own, never larger than needed', async () => {
  for (const type of ['jpeg', 'png', 'webp', 'gif', 'avif'] as const) {
    const picture = await taken(await saved(type, 320, 200))
    expect(picture).toMatchObject({ width: 320, height: 200, source: { type } })
    expect((await open(picture.master).metadata()).format).toBe(picture.extension === 'jpg' ? 'jpeg' : 'webp')
  }
  const wide = await taken(await flat(5000, 1000).jpeg().toBuffer())
  expect([wide.width, wide.height]).toEqual([masterSide, Math.round((masterSide * 1000) / 5000)])
})

test('a path and its bytes give the same picture, known by the hash of what was sent', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'torilla-picture-'))
  const upload = await saved('png')
  await writeFile(join(folder, 'a'), upload)
  const [fromPath, fromBytes] = [await taken(join(folder, 'a')), await taken(upload)]
  await rm(folder, { recursive: true })
  expect(fromPath).toEqual(fromBytes)
  expect(fromPath.sha256).toBe(createHash('sha256').update(upload).digest('hex'))
})

test('a missing file is an error of ours, not a refusal', async () => {
  await expect(ingest('/nowhere/at/all.jpg')).rejects.toThrow('ENOENT')
})
