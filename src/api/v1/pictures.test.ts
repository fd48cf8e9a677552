import { expect, test } from 'vitest'
import { findDraft } from '#domain/posts/index.ts'
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

function formOf(files: { name: string; bytes: Buffer; type: string }[]) {
  const form = new FormData()
  form.set('note', 'a field among files')
  for (const { name, bytes, type } of files) {
    form.append('pictures', new File([new Uint8Array(bytes)], name, { type }))
  }
  const { body, headers } = new Response(form)
  return { bytes: body!, headers: { 'content-type': headers.get('content-type')! } }
}

test('a form without a script adds its pictures to the draft and comes back to it', async () => {
  const w = await world()
  const call = await apiOf(w, await w.given.owner())
  const postId = await w.given.post({ state: 'draft' })
  const back = `/fi/studio/posts/${postId}`
  const path = `${PATH}/form?post=${postId}&back=${back}`
  const files = [
    { name: '../../etc/passwd', bytes: await saved('png', 60, 40), type: 'image/png' },
    { name: 'text.png', bytes: Buffer.from('no'), type: 'image/png' },
    { name: 'b.webp', bytes: await saved('webp', 60, 40), type: 'image/webp' }
  ]
  const answer = await call('POST', path, undefined, formOf(files))
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `${back}?refusal=picture_type_unknown`
  ])
  const draft = await findDraft(w.ctx, w.shopId, postId)
  expect(draft?.pictures.map((picture) => [picture.width, picture.alt])).toEqual([
    [60, ''],
    [60, '']
  ])
})

test('a form leads back to the studio only, and breaks off cleanly', async () => {
  const w = await world()
  const call = await apiOf(w, await w.given.owner())
  const postId = await w.given.post({ state: 'draft' })
  for (const back of ['https://evil.example', '//evil.example/studio/posts/x', '/studio/../l/x']) {
    const away = `${PATH}/form?post=${postId}&back=${encodeURIComponent(back)}`
    expect((await call('POST', away, undefined, formOf([]))).status).toBe(422)
  }
  const broken = { text: 'half a form', headers: { 'content-type': 'multipart/form-data; boundary=x' } }
  const path = `${PATH}/form?post=${postId}&back=/studio/posts/${postId}`
  expect((await call('POST', path, undefined, broken)).status).toBe(400)
})
