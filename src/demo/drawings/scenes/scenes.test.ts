import { expect, test } from 'vitest'
import { demoGood } from '../catalogue/index.ts'
import { demoPerson } from '../members/index.ts'
import { demoScenes } from './index.ts'
import { wearing } from './stage.ts'

test('every scene has its own handle and alt text in three languages', () => {
  expect(new Set(demoScenes.map((scene) => scene.handle)).size).toBe(demoScenes.length)
  for (const { handle, alt } of demoScenes) {
    const texts = [alt.en, alt.fi, alt.nb]
    expect(new Set(texts).size, handle).toBe(3)
    expect(Math.min(...texts.map((text) => text.length)), handle).toBeGreaterThan(30)
  }
})

test('every tag names a good of the market and lies well within the picture', () => {
  for (const { handle, tags } of demoScenes) {
    for (const tag of tags) {
      expect(demoGood(tag.handle).handle).toBe(tag.handle)
      expect(
        [tag.x, tag.y].every((at) => at > 0.04 && at < 0.96),
        `${handle}: ${tag.handle}`
      ).toBe(true)
    }
  }
})

test('two tags of a scene are far enough apart for two thumbs', () => {
  for (const { handle, tags, width, height } of demoScenes) {
    for (const [i, a] of tags.entries()) {
      for (const b of tags.slice(i + 1)) {
        const gap = Math.hypot((a.x - b.x) * width, (a.y - b.y) * height) / width
        expect(gap, `${handle}: ${a.handle} and ${b.handle}`).toBeGreaterThan(0.12)
      }
    }
  }
})

test('the picture has the size the scene states', () => {
  for (const { handle, width, height, picture } of demoScenes) {
    expect(picture().slice(0, 140), handle).toContain(`width="${width}" height="${height}"`)
  }
})

test('a fan who took a picture is a member, and some pictures are the shop’s own', () => {
  const fans = demoScenes.flatMap(({ by }) => (by ? [by] : []))
  for (const fan of fans) expect(demoPerson(fan).handle).toBe(fan)
  expect(fans.length).toBeGreaterThan(8)
  expect(fans.length).toBeLessThan(demoScenes.length - 8)
})

test('only clothes can be worn', () => {
  expect(wearing('quay-tee').finish.pattern).toBe('stripe')
  expect(() => wearing('gull-mug')).toThrow('gull-mug')
})
