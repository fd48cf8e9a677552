// Every thing of the API that can be edited, and how: what the tests of If-Match go through.
import { expect } from 'vitest'
import type { apiOf } from '#test/api.ts'
import type { World } from '#test/world.ts'

export type Call = Awaited<ReturnType<typeof apiOf>>
export type Json = Record<string, unknown> & { id: string }
type Edit = readonly [method: string, path: string, body?: unknown]
export const v1 = (path: string) => `/api/v1${path}`

export async function made(call: Call, path: string, body: unknown): Promise<Json> {
  const answer = await call('POST', v1(path), body)
  expect([path, answer.status]).toEqual([path, 201])
  return (await answer.json()) as Json
}

const settings = {
  name: 'New',
  about: '',
  contactEmail: 'a@example.org',
  locale: 'fi',
  timezone: 'Europe/Oslo'
}
export const vat = { country: 'FI', taxClass: 'standard', validFrom: '2027-01-01' }

/** Each thing that can be edited: where it is read, and every edit of it; each leaves another state than it found. */
export const THINGS: Record<string, (w: World, call: Call) => Promise<{ read: string; edits: Edit[] }>> = {
  campaign: async (_, call) => {
    const read = `/campaigns/${(await made(call, '/campaigns', { name: 'A' })).id}`
    const archive = ['PUT', `${read}/archive`] as const
    return { read, edits: [['PUT', read, { name: 'B' }], archive, ['DELETE', `${read}/archive`]] }
  },
  collection: async (w, call) => {
    const read = `/collections/${(await made(call, '/collections', { title: 'A' })).id}`
    const { id: productId } = await w.given.product()
    const filled = ['PUT', read, { title: 'A', productIds: [productId] }] as const
    return { read, edits: [filled, ['PUT', read, { title: 'B' }], ['DELETE', read]] }
  },
  comment: async (w, call) => {
    const post = await w.given.post()
    const read = `/comments/${(await made(call, `/posts/${post}/comments`, { words: 'A' })).id}`
    const [hide, show] = [['PUT', `${read}/hiding`] as const, ['DELETE', `${read}/hiding`] as const]
    return { read, edits: [['PUT', read, { words: 'B' }], hide, show, ['DELETE', read]] }
  },
  coupon: async (_, call) => {
    const read = `/coupons/${(await made(call, '/coupons', { code: 'A1', kind: 'free_shipping' })).id}`
    return {
      read,
      edits: [
        ['PUT', `${read}/disablement`],
        ['DELETE', `${read}/disablement`]
      ]
    }
  },
  feed: async (_, call) => {
    const fields = { name: 'A', country: 'FI', locale: 'fi' }
    const read = `/feeds/${(await made(call, '/feeds', { ...fields, network: 'google' })).id}`
    const off = `${read}/disablement`
    return {
      read,
      edits: [
        ['PUT', read, { ...fields, name: 'B' }],
        ['PUT', off],
        ['DELETE', off]
      ]
    }
  },
  hosts: async (w, call) => {
    const [one, two] = [`a${w.shopId}.example.org`, `b${w.shopId}.example.org`]
    for (const host of [one, two]) await made(call, '/hosts', { host })
    return {
      read: '/hosts',
      edits: [
        ['DELETE', `/hosts/${two}`],
        ['PUT', `/hosts/${one}/main`]
      ]
    }
  },
  import: async (_, call) => {
    const text = 'Handle,Title,Variant Price\nmug,Mug,18.00\n'
    const sent = await call('POST', v1('/imports?name=a.csv&dryRun=1'), undefined, { text })
    const read = `/imports/${((await sent.json()) as Json).id}`
    return { read, edits: [['PUT', `${read}/reading`, { kind: 'coupons' }]] }
  },
  link: async (_, call) => {
    const { code } = await made(call, '/links', { target: { path: '/' } })
    const off = `/links/${code as string}/disablement`
    return {
      read: `/links/${code as string}`,
      edits: [
        ['PUT', off],
        ['DELETE', off]
      ]
    }
  },
  me: async (_w, _call) => {
    const me = { name: 'Ada', handle: 'ada.l', locale: 'nb' }
    return { read: '/me', edits: [['PUT', '/me', me]] }
  },
  person: async (w) => {
    const read = `/people/${(await w.given.member()).memberId}`
    const [out, back] = [['PUT', `${read}/block`] as const, ['DELETE', `${read}/block`] as const]
    return { read, edits: [['PUT', `${read}/role`, { role: 'clerk' }], out, back] }
  },
  picture: async (w) => {
    const read = `/pictures/${await w.given.picture()}`
    return { read, edits: [['PUT', `${read}/focus`, { x: 0.25, y: 0.75 }]] }
  },
  rate: async (_, call) => {
    const zone = await made(call, '/delivery/zones', { name: 'A', countries: ['NZ'] })
    const fields = { zoneId: zone.id, name: 'A', kind: 'flat', price: 100 }
    const read = `/delivery/rates/${(await made(call, '/delivery/rates', fields)).id}`
    return {
      read,
      edits: [
        ['PUT', read, { ...fields, price: 200 }],
        ['DELETE', read]
      ]
    }
  },
  retention: async () => ({
    read: '/privacy/retention',
    edits: [['PUT', '/privacy/retention', { days: { letters: 90 }, booksYears: null, booksBuyer: null }]]
  }),
  store: async (_, call) => {
    const fields = { name: 'A', kind: 'shopify', address: 'https://a.example' }
    const read = `/stores/${(await made(call, '/stores', fields)).id}`
    const off = `${read}/disablement`
    return {
      read,
      edits: [
        ['PATCH', read, { name: 'B' }],
        ['PUT', off],
        ['DELETE', off]
      ]
    }
  },
  storeGoods: async (w) => {
    const tee = await w.given.product()
    const { id: storeId } = await w.given.store()
    const read = `/products/${tee.id}/store-goods`
    const there = { goods: [{ variantId: tee.variantId, storeId, outsideId: '77' }] }
    return {
      read,
      edits: [
        ['PUT', read, there],
        ['PUT', read, { goods: [] }]
      ]
    }
  },
  settings: async () => {
    const brand = { awning: '#b3261e', harbour: null }
    return {
      read: '/settings',
      edits: [
        ['PUT', '/settings', settings],
        ['PUT', '/settings/brand', brand]
      ]
    }
  },
  taxRates: async () => {
    const gone = ['DELETE', '/tax-rates/FI/standard/2027-01-01'] as const
    return { read: '/tax-rates', edits: [['PUT', '/tax-rates', { ...vat, basisPoints: 2600 }], gone] }
  },
  webhook: async (_, call) => {
    const fields = { url: 'https://a.example/x', events: ['order.paid'] }
    const read = `/webhooks/${(await made(call, '/webhooks', fields)).id}`
    const pause = `${read}/pause`
    return {
      read,
      edits: [
        ['PATCH', read, { note: 'B' }],
        ['PUT', pause],
        ['DELETE', pause],
        ['DELETE', read]
      ]
    }
  },
  zone: async (_, call) => {
    const read = `/delivery/zones/${(await made(call, '/delivery/zones', { name: 'A', countries: ['NZ'] })).id}`
    return {
      read,
      edits: [
        ['PUT', read, { name: 'B', countries: ['NZ'] }],
        ['DELETE', read]
      ]
    }
  }
}
