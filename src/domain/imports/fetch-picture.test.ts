import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { findProduct } from '#domain/catalog/index.ts'
import { safeFetch } from '#platform/http/index.ts'
import { saved } from '#platform/images/sample.ts'
import { world, type World } from '#test/world.ts'
import { fetchPicture, findImport, listFailedPictures, retryPictures } from './index.ts'
import { bringIn, file, tee } from './testing.ts'

const closers: (() => void)[] = []
afterEach(() => closers.splice(0).forEach((close) => close()))

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => (server.closeAllConnections(), server.close()))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const here = (url: string) => safeFetch(url, { allowLoopback: true })

/** Runs the queue's jobs for pictures, in the order given; what throws would be tried again. */
async function fetchAll(
  { ctx, shopId }: World,
  fetch: typeof here | undefined,
  backwards = false
): Promise<number> {
  const rows = await ctx.db.selectFrom('remote_pictures').select('id').where('shop_id', '=', shopId).orderBy('position').execute() // prettier-ignore
  let thrown = 0
  for (const { id } of backwards ? rows.reverse() : rows) {
    await fetchPicture(ctx, shopId, id, fetch).catch(() => thrown++)
  }
  return thrown
}

const pictured = (urls: string[]) =>
  file([
    tee(1, {
      'Image Src': urls[0]!,
      'Image Position': '1',
      'Image Alt Text': 'The front',
      'Variant Image': urls[0]!
    }),
    ...urls.slice(1).map((url, i) => ({ Handle: 'tee-1', 'Image Src': url, 'Image Position': String(i + 2) }))
  ])

test('pictures of a file are fetched, made safe and hung in the file’s order, whichever comes first', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const [front, back] = [await saved('png', 60, 40), await saved('jpeg', 30, 50)]
  const url = await serve((req, res) => res.end(req.url === '/front.png' ? front : back))
  const text = pictured([`${url}/front.png`, `${url}/back.jpg`])
  const told = await bringIn(w.ctx, owner, text)
  expect(told.pictures).toEqual({ queued: 2, done: 0, failed: 0 })
  expect(await fetchAll(w, here, true)).toBe(0)
  const product = await findProduct(w.ctx, w.shopId, 'tee-1')
  expect(product?.pictures.map(({ width, alt }) => [width, alt])).toEqual([
    [60, 'The front'],
    [30, '']
  ])
  expect(product?.variants[0]?.pictureId).toBe(product?.pictures[0]?.id)
  expect((await findImport(w.ctx, w.shopId, told.id))?.pictures).toEqual({ queued: 0, done: 2, failed: 0 })
  expect(await bringIn(w.ctx, owner, text)).toMatchObject({ unchanged: 1, pictures: { queued: 0 } })
})

test('an address inside is refused for good; what is missing or no picture is told, and can be tried again', async () => {
  const w = await world()
  const owner = await w.given.owner()
  const url = await serve((req, res) => {
    if (req.url === '/gone.png') res.writeHead(404).end()
    else res.end('<html>no picture</html>')
  })
  const told = await bringIn(w.ctx, owner, pictured([`${url}/gone.png`, `${url}/page.png`]))
  expect(await fetchAll(w, here)).toBe(0)
  const failed = await listFailedPictures(w.ctx, w.shopId, told.id)
  expect(failed.map(({ problem, title }) => [problem, title])).toEqual([
    ['status_404', 'Tee 1'],
    ['picture_type_unknown', 'Tee 1']
  ])
  expect(await retryPictures(w.ctx, owner, told.id)).toMatchObject({ value: { pictures: 2 } })
  expect(await fetchAll(w, undefined)).toBe(0)
  const inside = await listFailedPictures(w.ctx, w.shopId, told.id)
  expect(inside.map(({ problem }) => problem)).toEqual(['address_refused', 'address_refused'])
})

test('a server that stumbles is tried five times, then told', async () => {
  const w = await world()
  const url = await serve((_req, res) => res.writeHead(503).end())
  const told = await bringIn(w.ctx, await w.given.owner(), pictured([`${url}/a.png`]))
  const thrown = []
  for (let i = 0; i < 6; i++) thrown.push(await fetchAll(w, here))
  expect(thrown).toEqual([1, 1, 1, 1, 0, 0])
  expect(await listFailedPictures(w.ctx, w.shopId, told.id)).toMatchObject([{ problem: 'status_503' }])
})

test.each([
  ['woocommerce', (url: string) => `ID,Type,SKU,Name,Regular price,Images\n1,simple,A,Mug,5,${url}\n`],
  [
    'feed',
    (url: string) => `id,title,price,availability,image\n1,Mug,5 EUR,in stock,"[{""url"":""${url}""}]"\n`
  ],
  [
    'XML feed',
    (url: string) =>
      `<rss xmlns:g="http://base.google.com/ns/1.0"><channel><item><g:id>1</g:id><title>Mug</title><g:price>5 EUR</g:price><g:image_link>${url}</g:image_link></item></channel></rss>`
  ],
  [
    'medusa',
    (url: string) =>
      `Product Handle,Product Title,Variant Sku,Variant Price EUR,Product Image 1\nmug,Mug,A,5,${url}\n`
  ]
] as const)(
  'a %s file leads to no address inside, not by a redirect either, and comes in all the same',
  async (_, fileOf) => {
    const w = await world()
    const owner = await w.given.owner()
    const url = await serve((_req, res) =>
      res.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end()
    )
    const told = await bringIn(w.ctx, owner, fileOf(`${url}/a.png`))
    expect(told).toMatchObject({ state: 'done', created: 1, pictures: { queued: 1 } })
    expect(await fetchAll(w, undefined)).toBe(0)
    const problems = async () =>
      (await listFailedPictures(w.ctx, w.shopId, told.id)).map(({ problem }) => problem)
    expect(await problems()).toEqual(['address_refused'])
    await retryPictures(w.ctx, owner, told.id)
    expect(await fetchAll(w, here)).toBe(0)
    expect(await problems()).toEqual(['address_refused'])
  }
)
