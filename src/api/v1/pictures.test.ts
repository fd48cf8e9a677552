import { expect, test } from 'vitest'
import { saved } from '#platform/images/sample.ts'
import { apiOf } from '#test/api.ts'
import { world } from '#test/world.ts'

const PATH = '/api/v1/pictures'

test('a picture is uploaded as it is and answered ready to be shown', async () => {
  const w = await world()
  const call = await apiOf(w, await w.given.member({ role: 'marketer' }))
  const bytes = await saved('png', 400, 300)
  const answer = await call('POST', PATH, undefined, { bytes, headers: { 'content-type': 'image/png' } })
  expect(answer.status).toBe(201)
  const picture = (await answer.json()) as { id: string; base: string }
  expect(picture).toMatchObject({ width: 400, height: 300, renditions: { webp: [320, 400] } })
  expect((await call('GET', `${picture.base}/320.webp`)).status).toBe(200)
})

test('what is no picture, lies about its type or never ends is refused by name', async () => {
  const w = await world()
  const call = await apiOf(w, await w.given.owner())
  const send = async (bytes: Buffer | ReadableStream, type = 'application/octet-stream') => {
    const answer = await call('POST', PATH, undefined, { bytes, headers: { 'content-type': type } })
    return [answer.status, ((await answer.json()) as { code: string }).code]
  }
  expect(await send(Buffer.from('<?php echo 1; ?>'))).toEqual([415, 'picture_type_unknown'])
  expect(await send(await saved('png'), 'image/jpeg')).toEqual([415, 'picture_type_mismatch'])
  expect(await send((await saved('png')).subarray(0, 900))).toEqual([422, 'picture_broken'])
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(Buffer.alloc(1_000_000)) })
  expect(await send(endless)).toEqual([413, 'picture_too_large'])
})
