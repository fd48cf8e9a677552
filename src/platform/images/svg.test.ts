import { expect, test } from 'vitest'
import { open } from './engine.ts'
import { pixel } from './sample.ts'
import { svgToPng } from './svg.ts'

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">
  <rect width="20" height="20" fill="#f60"/></svg>`

test('a drawing is drawn at the width asked for, sharp at its edges, clear where it is empty', async () => {
  const png = await svgToPng(drawing, 1200)
  expect(await open(png).metadata()).toMatchObject({
    format: 'png',
    width: 1200,
    height: 600,
    hasAlpha: true
  })
  expect(await pixel(png, 597, 300)).toEqual([255, 102, 0, 255])
  expect((await pixel(png, 603, 300))[3]).toBe(0)
})

test('a drawing that covers its ground is kept without transparency', async () => {
  const covered = drawing.replace('width="20" height="20" fill', 'width="40" height="20" fill')
  const png = await svgToPng(covered, 80, { opaque: true })
  expect(await open(png).metadata()).toMatchObject({ width: 80, hasAlpha: false })
  expect(await pixel(png, 79, 39)).toEqual([255, 102, 0])
})

test('a drawing cannot read this machine', async () => {
  const link = drawing.replace('<rect', '<image href="file:///etc/hostname" width="9" height="9"/><rect')
  expect(await svgToPng(link, 80)).toEqual(await svgToPng(drawing, 80))
})
