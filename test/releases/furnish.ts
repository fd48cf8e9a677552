// Makes a small living shop in DATA_DIR with the release it is run in: see README.md beside it.
import { settle } from '#domain/projections.ts'
import { inContext } from '../context.ts'
import { enterAs } from '../enter.ts'
import { factories } from '../factories/index.ts'
import { startServer } from '../server.ts'

const DATA_DIR = process.env.DATA_DIR!

await inContext({ DATA_DIR }, async (ctx) => {
  const given = await factories(ctx)
  const { shopId } = given
  await enterAs(ctx, shopId, 'owner')
  await enterAs(ctx, shopId, 'member')
  const tee = await given.product({ title: 'Harbour tee', stock: 40, options: { Size: ['S', 'M', 'L'] } })
  const mug = await given.product({ title: 'Enamel mug', price: 1900, stock: 12 })
  const pictures = [{ id: await given.picture(), alt: 'The quay at ten' }]
  const tags = [{ picture: 0, productId: tee.id, x: 0.5, y: 0.5 }]
  await given.post({
    title: 'The harbour opens',
    words: 'Herring and coffee from ten o’clock. #harbour',
    pictures,
    tags
  })
  await given.post({ title: 'Not yet', words: 'A draft', state: 'draft' })
  for (const quantity of [1, 2])
    await given.order([{ variantId: tee.variants[0]!.id, quantity }, { variantId: mug.variantId }])
  await given.cart([{ variantId: mug.variantId }])
  await settle(ctx, shopId)
})

// Its worker makes the sizes of the picture, writes the letters and begins the queue.
const server = await startServer({ DATA_DIR })
await fetch(server.url, { headers: { accept: 'text/html' } })
await new Promise((resolve) => setTimeout(resolve, 8_000))
await server.stop()
