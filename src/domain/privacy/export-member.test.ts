import { buffer } from 'node:stream/consumers'
import { strFromU8, unzipSync } from 'fflate'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Actor } from '#domain/accounts/index.ts'
import { addComment } from '#domain/discussions/index.ts'
import { shareLinkFor } from '#domain/links/index.ts'
import { ingestPicture } from '#domain/pictures/index.ts'
import { followShop, react } from '#domain/reactions/index.ts'
import { handOver } from '#domain/stores/index.ts'
import { flat } from '#platform/images/sample.ts'
import { must } from '#test/factories/posts.ts'
import { world, type World } from '#test/world.ts'
import { exportMember } from './index.ts'

async function fetched(w: World, actor: Actor) {
  const files = unzipSync(await buffer(await must(exportMember(w.ctx, actor, 'fi'))))
  const page = strFromU8(files['index.html']!)
  const data = JSON.parse(strFromU8(files['data.json']!)) as Record<string, Record<string, unknown>[]>
  return { files, page, data }
}

/** Somebody who did everything a member can do; `mark` is in all they wrote. */
async function lived(w: World, mark: string) {
  const actor = await w.given.member({ name: `Veera ${mark}`, email: `${mark}@example.org` })
  const postId = await w.given.post()
  await must(addComment(w.ctx, actor, { postId, words: `Kaunis <b>${mark}</b>` }))
  await must(react(w.ctx, actor, { postId, kind: 'like' }))
  await must(followShop(w.ctx, actor))
  await shareLinkFor(w.ctx, actor, { postId })
  const tee = await w.given.product({ stock: 5 })
  await w.given.order([{ variantId: tee.variantId }], { actor })
  const mug = await w.given.product({ title: `Mug ${mark}` })
  const { id: storeId } = await w.given.store({ goods: [mug] })
  const { token } = await w.given.cart([mug], { actor })
  await must(handOver(w.ctx, actor, { token, storeId }))
  const png = await flat(40, 30, mark === 'mine' ? '#123456' : '#654321')
    .png()
    .toBuffer()
  const picture = await must(ingestPicture(w.ctx, actor, Readable.from([png]), { alt: `My ${mark}` }))
  return { actor, picture: picture.id, png }
}

test('a member takes along all that is held about them, to read and for programs, with their pictures, and nothing of others', async () => {
  const w = await world()
  const { actor, picture } = await lived(w, 'mine')
  await lived(w, 'theirs')
  const { files, page, data } = await fetched(w, actor)
  expect(data.profile).toMatchObject({ name: 'Veera mine', email: 'mine@example.org' })
  expect(data.comments).toMatchObject([{ words: 'Kaunis <b>mine</b>' }])
  expect(data.reactions).toMatchObject([{ kind: 'like' }])
  expect([data.follows!.length, data.links!.length, data.orders!.length]).toEqual([1, 1, 1])
  expect(data.orders![0]).toMatchObject({
    email: expect.any(String),
    ship_to: expect.any(Object),
    lines: [{ quantity: 1 }]
  })
  expect(data.ledger!.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['comment', 'like', 'follow', 'cart', 'order'])
  )
  expect(data.handOvers).toMatchObject([{ lines: [{ title: 'Mug mine' }], store: expect.any(String) }])
  const name = Object.keys(files).find((file) => file.startsWith(`pictures/${picture}.`))
  expect(files[name!]!.length).toBeGreaterThan(50)
  expect(Object.keys(files)).toHaveLength(3)
  expect(page).toContain('Kaunis &lt;b&gt;mine&lt;/b&gt;')
  expect(page).toContain('Kommentit')
  expect(page + JSON.stringify(data)).not.toMatch(/theirs|token_hash|attempt_key|"token"|password/)
})

test('whoever is no member has nothing to fetch, and a picture that is gone from the store is left empty', async () => {
  const w = await world()
  expect(await exportMember(w.ctx, w.given.guest(), 'en')).toMatchObject({ refusal: 'not_a_member' })
  const other = await world()
  const { actor, picture } = await lived(w, 'mine')
  expect(await exportMember(other.ctx, { ...actor, shopId: other.shopId }, 'en')).toMatchObject({ ok: false })
  const { master_key } = await w.ctx.db
    .selectFrom('pictures')
    .select('master_key')
    .where('shop_id', '=', w.shopId)
    .where('id', '=', picture)
    .executeTakeFirstOrThrow()
  await w.ctx.files.remove(master_key!)
  const { files } = await fetched(w, actor)
  expect(Object.keys(files)).toHaveLength(3)
})
