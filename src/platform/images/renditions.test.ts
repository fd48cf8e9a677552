import fc from 'fast-check'
import { expect, test } from 'vitest'
import { open } from './engine.ts'
import { plan } from './plan.ts'
import { renditions } from './renditions.ts'
import { flat, halves, pixel } from './sample.ts'

const suffixes = (width: number, height: number) =>
  plan({ width, height }, { formats: ['webp'] }).map((one) => one.suffix)

test('a plan is read off the size: the widths it fills, and its own below the largest', () => {
  expect(suffixes(4096, 2731)).toEqual(['w160.webp', 'w320.webp', 'w640.webp', 'w1080.webp', 'w1600.webp'])
  expect(suffixes(1600, 900)).toEqual(['w160.webp', 'w320.webp', 'w640.webp', 'w1080.webp', 'w1600.webp'])
  expect(suffixes(900, 900)).toEqual(['w160.webp', 'w320.webp', 'w640.webp', 'w900.webp'])
  expect(suffixes(90, 40)).toEqual(['w90.webp'])
  expect(plan({ width: 640, height: 427 }, { widths: [320], formats: ['avif', 'jpeg'] })).toEqual([
    { format: 'avif', width: 320, height: 214, mime: 'image/avif', suffix: 'w320.avif' },
    { format: 'jpeg', width: 320, height: 214, mime: 'image/jpeg', suffix: 'w320.jpg' }
  ])
})

test('no plan enlarges, repeats a key, loses the shape or comes out empty', () => {
  const side = fc.integer({ min: 1, max: 4096 })
  fc.assert(
    fc.property(side, side, (width, height) => {
      const planned = plan({ width, height })
      expect(planned.length).toBeGreaterThan(0)
      expect(new Set(planned.map((one) => one.suffix)).size).toBe(planned.length)
      for (const one of planned) {
        expect(one.width <= width && one.height <= height && one.height >= 1).toBe(true)
        expect(Math.abs(one.height - (height * one.width) / width)).toBeLessThan(1)
      }
    })
  )
})

test('what is made is exactly what was planned', async () => {
  const master = await halves(700, 500, '#c04020', '#2080c0').jpeg().toBuffer()
  const options = { formats: ['avif', 'webp', 'jpeg'] as const }
  const made = await Array.fromAsync(renditions(master, options))
  expect(made.map(({ body: _body, ...planned }) => planned)).toEqual(
    plan({ width: 700, height: 500 }, options)
  )
  for (const { body, width, height, format } of made) {
    const meta = await open(body).metadata()
    expect([meta.width, meta.height]).toEqual([width, height])
    expect(meta.format).toBe(format === 'avif' ? 'heif' : format)
  }
})

test('transparency is kept where the format can, and laid on white where not', async () => {
  const clear = { width: 400, height: 300, channels: 4, background: '#00000000' } as const
  const master = await open({ create: clear }).webp().toBuffer()
  const made = await Array.fromAsync(renditions(master, { widths: [200], formats: ['webp', 'jpeg'] }))
  const [webp, jpeg] = made.map((one) => one.body)
  expect((await pixel(webp!, 9, 9))[3]).toBe(0)
  expect(await pixel(jpeg!, 9, 9)).toEqual([255, 255, 255])
})

test('asking for no format makes nothing', async () => {
  expect(await Array.fromAsync(renditions(await flat().jpeg().toBuffer(), { formats: [] }))).toEqual([])
})

test('less effort gives another file of the same picture', async () => {
  const master = await halves(400, 300, '#c04020', '#2080c0').jpeg().toBuffer()
  const make = async (avifEffort: number) => {
    const [one] = await Array.fromAsync(renditions(master, { formats: ['avif'], widths: [320], avifEffort }))
    return one!
  }
  const [quick, thorough] = [await make(0), await make(3)]
  expect(quick.body.equals(thorough.body)).toBe(false)
  expect(await open(quick.body).metadata()).toMatchObject({ width: 320, height: 240, compression: 'av1' })
})
