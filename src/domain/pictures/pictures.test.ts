import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { saved } from '#platform/images/sample.ts'
import { world } from '#test/world.ts'
import {
  findPicture,
  findPictureState,
  ingestPicture,
  jpegPath,
  renderPicture,
  setFocalPoint,
  type PictureView
} from './index.ts'

const keys = async (files: { list(folder: string): AsyncIterable<string> }, folder: string) =>
  (await Array.fromAsync(files.list(folder))).map((key) => key.split('/').at(-1)).sort()

test('an upload can be shown at once, and the worker adds the other sizes', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const kept = await ingestPicture(ctx, owner, Readable.from([await saved('png', 900, 600)]))
  if (!kept.ok) throw new Error(kept.refusal)
  const { id } = kept.value
  expect(kept.value).toMatchObject({ width: 900, height: 600, base: `/media/${shopId}/${id}` })
  expect(kept.value.renditions).toEqual({ webp: [320, 640], jpeg: [320, 640] })
  expect(kept.value.placeholder).toMatch(/^data:image\/webp/)
  expect(await ctx.db.selectFrom('outbox').select('topic').where('shop_id', '=', shopId).execute()).toEqual([
    { topic: 'picture.render' }
  ])
  await renderPicture(ctx, shopId, id)
  await renderPicture(ctx, shopId, id)
  const widths = [160, 320, 640, 900]
  expect((await findPicture(ctx, shopId, id))?.renditions).toEqual({
    webp: widths,
    jpeg: widths,
    avif: [320, 640, 900]
  })
  expect(await findPictureState(ctx, shopId, id)).toEqual({ state: 'ready', refusal: null })
  const stored = [
    ...widths.flatMap((w) => [`w${w}.webp`, `w${w}.jpg`]),
    'w320.avif',
    'w640.avif',
    'w900.avif'
  ]
  expect(await keys(ctx.files, `pictures/${shopId}/${id}/`)).toEqual([...stored, 'master.jpg'].sort())
})

test('the same bytes are kept once a shop, also when eight people send them at once', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const bytes = await saved('jpeg', 400, 300)
  const kept = await Promise.all(
    Array.from({ length: 8 }, () => ingestPicture(ctx, owner, Readable.from([bytes])))
  )
  expect(new Set(kept.map((one) => one.ok && one.value.id)).size).toBe(1)
  const folders = await Array.fromAsync(ctx.files.list(`pictures/${shopId}/`))
  expect(new Set(folders.map((key) => key.split('/')[2])).size).toBe(1)
  const other = await world()
  const elsewhere = await ingestPicture(other.ctx, await other.given.owner(), Readable.from([bytes]))
  expect(elsewhere.ok && elsewhere.value.id).not.toBe(kept[0]?.ok && kept[0].value.id)
})

test('a text, a lie about the type and a stream without end are refused, and leave nothing', async () => {
  const { ctx, given, shopId } = await world()
  const owner = await given.owner()
  const text = await ingestPicture(ctx, owner, Readable.from([Buffer.from('<svg onload=alert(1)>')]))
  expect(text).toMatchObject({ ok: false, refusal: 'picture_type_unknown' })
  const lie = await ingestPicture(ctx, owner, Readable.from([await saved('png')]), {
    declaredType: 'image/jpeg'
  })
  expect(lie).toMatchObject({ ok: false, refusal: 'picture_type_mismatch' })
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(1_000_000)
    })()
  )
  expect(await ingestPicture(ctx, owner, endless)).toMatchObject({ refusal: 'picture_too_large' })
  expect(await ctx.db.selectFrom('pictures').select('id').where('shop_id', '=', shopId).execute()).toEqual([])
})

test('a focal point stays inside the picture and inside the shop', async () => {
  const { ctx, given, shopId } = await world()
  const kept = await ingestPicture(ctx, await given.owner(), Readable.from([await saved('png')]))
  const pictureId = kept.ok ? kept.value.id : ''
  const owner = await given.owner()
  expect(await setFocalPoint(ctx, owner, { pictureId, x: 2, y: 0 })).toMatchObject({ refusal: 'invalid' })
  expect(await setFocalPoint(ctx, owner, { pictureId, x: 0.25, y: 0.75 })).toMatchObject({ ok: true })
  expect((await findPicture(ctx, shopId, pictureId))?.focal).toEqual({ x: 0.25, y: 0.75 })
  const stranger = await (await world()).given.owner()
  expect(await setFocalPoint(ctx, stranger, { pictureId, x: 0, y: 0 })).toMatchObject({
    refusal: 'picture_not_found'
  })
})

test('the JPEG for other networks is the smallest that is wide enough, or the widest there is', () => {
  const picture = { base: '/media/7/a1', renditions: { jpeg: [320, 640, 1600] } } as unknown as PictureView
  expect(jpegPath(picture, 600)).toBe('/media/7/a1/640.jpg')
  expect(jpegPath(picture, 4000)).toBe('/media/7/a1/1600.jpg')
  expect(jpegPath({ ...picture, renditions: {} }, 600)).toBeUndefined()
})
