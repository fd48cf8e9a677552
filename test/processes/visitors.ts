import { setTimeout as pause } from 'node:timers/promises'
import { HOME } from '../checkout.ts'

/** What visitors of the market were told is done: who has seen the post, and which orders stand. */
export type Told = { next: number; seen: Set<number>; orders: Set<string> }

export type Goods = { postId: string; variantId: string; rateId: string; expected: number }

export const agentOf = (n: number) =>
  `Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.${n}`

/** People who look and people who buy, each again and again, until told to leave. */
export function letIn(url: string, goods: Goods, told: Told): () => Promise<unknown> {
  let open = true
  const again = async (act: () => Promise<boolean>) => {
    while (open) if (!(await act().catch(() => false))) await pause(10)
  }
  const readers = Array.from({ length: 5 }, () => again(() => read(url, goods.postId, told)))
  const buyers = Array.from({ length: 3 }, () => again(() => buy(url, goods, told)))
  const all = Promise.all([...readers, ...buyers])
  return () => ((open = false), all)
}

async function read(url: string, postId: string, told: Told): Promise<boolean> {
  const n = told.next++
  const answer = await fetch(`${url}/api/v1/interactions`, {
    method: 'POST',
    headers: { 'user-agent': agentOf(n), 'content-type': 'application/json' },
    body: JSON.stringify({ items: [{ kind: 'view', post: postId }] })
  })
  if (answer.status === 202) told.seen.add(n)
  return answer.status === 202
}

/** As a browser without a script buys: the form of the product, then the form of the checkout. */
async function buy(url: string, { variantId, rateId, expected }: Goods, told: Told): Promise<boolean> {
  const post = async (path: string, fields: Record<string, string>) => {
    const headers = { origin: url, accept: 'text/html', 'user-agent': agentOf(0) }
    const init = { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' } as const
    return (await fetch(url + path, init)).headers.get('location') ?? ''
  }
  const checkout = await post('/buy', { variant: variantId })
  if (!checkout.startsWith('/checkout/')) return false
  const order = await post(`${checkout}?/pay`, {
    ...{
      ...HOME,
      key: checkout.slice('/checkout/'.length),
      email: 'linh@example.org',
      rate: rateId,
      provider: 'invoice'
    },
    ...{ expected: String(expected), currency: 'EUR', terms: 'yes' }
  })
  const token = /^\/orders\/(.+)$/.exec(order)?.[1]
  if (token) told.orders.add(token)
  return token !== undefined
}
