import { listStudioProducts } from '#domain/catalog/index.ts'
import { allow } from '../allow.ts'
import { openApp } from '../app.ts'

const MOST = 12

/** Products by a few letters of their name, for whoever writes a post or a link. */
export const products = openApp()

products.get('/', allow('products.read'), async (c) => {
  const { ctx, shop } = c.var
  const q = (c.req.query('q') ?? '').slice(0, 100)
  const found = await listStudioProducts(ctx, shop.id, { q, state: 'active', limit: MOST })
  return c.json({
    products: found.products.map(({ id, handle, title, priceFrom, stock, variants, picture }) => ({
      ...{ id, handle, title, price: priceFrom, stock, variants, picture }
    }))
  })
})
