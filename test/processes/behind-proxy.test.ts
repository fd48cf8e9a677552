import { afterEach, expect, test, vi } from 'vitest'
import { inContext } from '../context.ts'
import { factories } from '../factories/index.ts'
import { dataFolder, startServer } from '../server.ts'
import { cleanUp, cleanUps } from './clean-up.ts'

vi.setConfig({ testTimeout: 60_000 })
afterEach(cleanUp)

test('over https a cart is kept for this host alone, and found again under that name only', async () => {
  const data = dataFolder()
  cleanUps.push(data.remove)
  const env = { DATA_DIR: data.path, TRUSTED_PROXIES: '1' }
  const variant = await inContext(env, async (ctx) => {
    const { product } = await factories(ctx)
    return (await product({ stock: 9 })).variantId
  })
  const server = await startServer(env)
  cleanUps.push(() => server.stop('SIGKILL'))
  const https = { 'x-forwarded-proto': 'https', accept: 'text/html' }
  const origin = server.url.replace('http:', 'https:')
  const put = (cookie: string) =>
    fetch(`${server.url}/buy`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...https, origin, cookie },
      body: new URLSearchParams({ variant })
    })
  const [kept] = (await put('')).headers.getSetCookie()
  expect(kept).toMatch(/^__Host-cart=[\w-]+; .*Path=\/; .*HttpOnly; .*Secure/)
  expect(kept).not.toContain('Domain')

  const token = /^__Host-cart=([\w-]+)/.exec(kept!)![1]
  const goods = async (cookie: string) =>
    (await fetch(`${server.url}/cart`, { headers: { ...https, cookie } })).text()
  const planted = await goods(`cart=${token}`)
  const own = await goods(`__Host-cart=${token}`)
  expect(own).toContain(`value="${variant}"`)
  expect(planted).not.toContain(`value="${variant}"`)
})
