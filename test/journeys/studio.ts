import { expect, inject } from 'vitest'
import { visit } from './browser.ts'
import { ask, enter, type Ask } from './people.ts'
import { say } from './words.ts'

export type Goods = { id: string; path: string; title: string }

/** The owner's desk: the forms of the studio's pages, sent as a browser without a script would. */
export const desk = () => deskOf(ask, inject('sessions').aino)

export function deskOf(ask: Ask, cookie: string) {
  const read = async (path: string) => (await ask(path, cookie)).text()
  const send = (path: string, fields: Record<string, string>) =>
    ask(path, cookie, { method: 'POST', body: new URLSearchParams(fields) })
  return { read, send, sell: sell.bind(null, read, send), ordersOf: ordersOf.bind(null, read) }
}

type Read = (path: string) => Promise<string>
type Send = (path: string, fields: Record<string, string>) => Promise<Response>

/** Puts something new on sale: so many pieces at a price, with whatever else the form should say. */
async function sell(
  read: Read,
  send: Send,
  goods: { title: string; price: string; pieces: number },
  more: Record<string, string> = {}
): Promise<Goods> {
  const place = /name="variant\.0\.stock\.([\da-f-]{36})"/.exec(await read('/studio/products/new'))![1]
  const handle = `j-${Math.random().toString(36).slice(2, 10)}`
  const answer = await send('/studio/products/new?/save', {
    ...{ title: goods.title, handle, state: 'active', taxClass: 'standard', 'variant.0.price': goods.price },
    ...{ 'variant.0.tracked': 'on', 'variant.0.requiresShipping': 'on' },
    ...{ [`variant.0.stock.${place}`]: String(goods.pieces), ...more }
  })
  const id = /\/studio\/products\/([\da-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1]
  expect([answer.status, id]).toEqual([303, expect.any(String)])
  return { id: id!, path: `/products/${handle}`, title: goods.title }
}

/** The orders that the studio finds for an e-mail address, as their numbers stand in the table. */
async function ordersOf(read: Read, email: string): Promise<string[]> {
  const table = await read(`/studio/orders?q=${encodeURIComponent(email)}`)
  return [...new Set([...table.matchAll(/\/studio\/orders\/([\da-f-]{36})/g)].map(([, id]) => id!))]
}

/** The owner sits down in the studio and changes the price of something. */
export async function changePrice({ id }: Goods, price: string): Promise<void> {
  const { page, close } = await visit('/', { size: 'desktop' })
  await enter(page, 'aino')
  await page.goto(`/studio/products/${id}`)
  await page.waitForLoadState('networkidle')
  await page.getByLabel(say('en', 'goods_price'), { exact: true }).first().fill(price)
  await page
    .getByRole('button', { name: say('en', 'goods_save'), exact: true })
    .last()
    .click()
  await page.waitForURL(/\?saved/)
  await close()
}
