import { expect, test } from 'vitest'
import { pictureSources, type PictureView } from './picture-sources.ts'

const picture: PictureView = {
  id: 'a1',
  base: '/media/7/a1',
  width: 1600,
  height: 2000,
  alt: 'A gull',
  placeholder: null,
  focal: { x: 0.5, y: 0.5 },
  renditions: { jpeg: [320, 640, 1600], avif: [320], webp: [640] }
}

test('every size is offered in the light formats, the lightest first, and one JPEG for whoever knows neither', () => {
  expect(pictureSources(picture)).toEqual({
    sets: [
      { type: 'image/avif', srcset: '/media/7/a1/320.avif 320w' },
      { type: 'image/webp', srcset: '/media/7/a1/640.webp 640w' }
    ],
    src: '/media/7/a1/640.jpg',
    srcset: undefined
  })
})

test('where there is nothing but JPEG, all its sizes are offered', () => {
  expect(pictureSources({ ...picture, renditions: { jpeg: [320, 640] } })).toEqual({
    sets: [],
    src: '/media/7/a1/640.jpg',
    srcset: '/media/7/a1/320.jpg 320w, /media/7/a1/640.jpg 640w'
  })
})

test('a picture whose only sizes are wide still has an address', () => {
  expect(pictureSources({ ...picture, renditions: { jpeg: [1600] } })?.src).toBe('/media/7/a1/1600.jpg')
})

test('a picture without JPEG falls back to WebP, and one without any size has no sources', () => {
  expect(pictureSources({ ...picture, renditions: { webp: [640] } })).toEqual({
    sets: [],
    src: '/media/7/a1/640.webp',
    srcset: '/media/7/a1/640.webp 640w'
  })
  expect(pictureSources({ ...picture, renditions: {} })).toBeUndefined()
})
