import { expect, inject, test } from 'vitest'
import { visit } from './browser.ts'
import { choose, fillInToFetch, pay } from './checkout-page.ts'
import { ask, cookiesIn } from './people.ts'
import { desk } from './studio.ts'
import { say } from './words.ts'

const CLICK = 'journey-click-16'

/** Where a page of the square leads: its links, and where its forms and their buttons are sent. */
function leadsOf(html: string, page: URL): URL[] {
  const body = html.slice(html.indexOf('<body'))
  const found = [...body.matchAll(/<(?:a|form|button|input)\b[^>]*?\s(?:href|action|formaction)="([^"]*)"/g)]
  return found
    .map(([, address = '']) => new URL(address.replaceAll('&amp;', '&'), page))
    .filter(({ origin, pathname }) => origin === page.origin && !/^\/(?:media|api|studio)\b/.test(pathname))
}

const keepsClick = ({ search }: URL) => new URLSearchParams(search).getAll('tclid').join() === CLICK

/** The leads of a page that lose the click its reader came with, or garble it. */
async function losses(path: string, cookie: string): Promise<string[]> {
  const page = new URL(path, inject('market'))
  page.searchParams.append('tclid', CLICK)
  const answer = await ask(page.pathname + page.search, cookie)
  const html = await answer.text()
  const leads = leadsOf(html, page)
  expect([path, answer.status, leads.length > 0]).toEqual([path, expect.any(Number), true])
  return leads.filter((lead) => !keepsClick(lead)).map(({ href }) => `${path} leads to ${href}`)
}

async function firstPost(): Promise<string> {
  const html = await (await ask('/', '')).text()
  return /href="(\/p\/[\w-]+)"/.exec(html)![1]!
}

test('every link and form of the square keeps the click that brought a reader, signed in or not', async () => {
  const post = await firstPost()
  const product = await (await ask('/products/gull-mug', '')).text()
  const fields = { product: /name="product" value="([^"]*)"/.exec(product)![1]! }
  const put = await ask('/buy', '', { method: 'POST', body: new URLSearchParams(fields) })
  const cart = cookiesIn(put)
  const pages = ['/', '/fi', '/?tag=kauppatori', post, '/products', '/products/gull-mug', '/search?q=herring']
  const doors = ['/sign-in', '/sign-in?with=password', '/sign-up', '/forgot', '/gone/link_gone', '/nowhere']
  const baskets = ['/cart', '/cart?items=NOTHING:1,MUG:2', put.headers.get('location')!]
  const member = inject('sessions').amara
  const lost = [
    ...(await Promise.all([...pages, ...doors].map((path) => losses(path, '')))),
    ...(await Promise.all(baskets.map((path) => losses(path, cart)))),
    ...(await Promise.all([...pages, '/me', '/me/settings', '/mailbox'].map((path) => losses(path, member))))
  ]
  expect(lost.flat()).toEqual([])
})

test('a form of the square that is sent leads on with the click', async () => {
  const [post, member] = [await firstPost(), inject('sessions').amara]
  const id = /name="post" value="([^"]*)"/.exec(await (await ask(post, member)).text())![1]!
  const send = async (path: string, fields: Record<string, string>, cookie = member) => {
    const answer = await ask(path, cookie, { method: 'POST', body: new URLSearchParams(fields) })
    const to = new URL(answer.headers.get('location') ?? '', inject('market'))
    return [answer.status, to.pathname, keepsClick(to)]
  }
  for (const [action, fields] of [
    ['react', { post: id, save: 'on' }],
    ['react', { post: id, save: 'off' }],
    ['follow', { follow: 'on' }],
    ['comment', { post: id, words: `Is this still to be had? ${Date.now()}` }]
  ] as const)
    expect([action, ...(await send(`${post}?/${action}&tclid=${CLICK}`, fields))]).toEqual([
      ...[action, 303, post, true]
    ])
  expect(await send(`/buy?tclid=${CLICK}`, { product: '0190b5a0-0000-7000-8000-000000000000' }, '')).toEqual([
    ...[303, '/cart', true]
  ])
})

test('a reaction pressed in the feed without a script leads back to that post of the feed', async () => {
  const [feed, member] = [`/?tclid=${CLICK}`, inject('sessions').amara]
  const [, article = ''] = (await (await ask(feed, member)).text()).split('<article')
  const id = /data-post="([^"]*)"/.exec(article)![1]!
  const action = /<form class="acts[^>]* action="([^"]*)"/.exec(article)![1]!.replaceAll('&amp;', '&')
  for (const repost of ['on', 'off']) {
    const body = new URLSearchParams({ post: id, repost })
    const headers = { referer: inject('market') + feed }
    const answer = await ask(action, member, { method: 'POST', body, headers })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${feed}#p-${id}`])
  }
})

type Row = { key: string; carts: number; orders: number; revenue: number }

test('a short link to a post brings an order without cookies, and the sale counts for the link and for the post', async () => {
  const owner = await desk()
  const feed = await (await ask('/', '')).text()
  // Bought from by no other journey: they take the first.
  const article = feed.split('<article').findLast((part) => part.includes('data-tag'))!
  const postId = /data-post="([\da-f-]{36})"/.exec(article)![1]!
  const label = `Note on the pier ${Date.now()}`
  const made = await (
    await owner.send('/studio/links?/create', { leads: 'post', postId, label, network: 'mastodon' })
  ).text()
  const code = /\/l\/([\w-]+)<\/code>/.exec(made)![1]!
  const rowOf = async (dimension: string, key: string) => {
    const { rows } = JSON.parse(await owner.read(`/api/v1/results/${dimension}`)) as { rows: Row[] }
    const { carts, orders, revenue } = rows.find((row) => row.key === key) ?? {
      carts: 0,
      orders: 0,
      revenue: 0
    }
    return { carts, orders, revenue }
  }
  const before = await rowOf('post', postId)

  const { page, context, close } = await visit(`/l/${code}`, { cookies: false })
  await page.waitForURL(/\/p\/.*tclid=/)
  // Looks around first: the click has to come along, with a script and into pages that have none.
  await page
    .getByRole('link', { name: say('en', 'places_products') })
    .last()
    .click()
  await page.waitForURL(/\/products\?tclid=/)
  await page.goBack()
  await page.waitForURL(/\/p\//)
  await page.locator('[data-tag] > summary').first().click()
  await page
    .locator('article')
    .getByRole('button', { name: say('en', 'ui_buy') })
    .first()
    .click()
  await page.waitForURL(/\/checkout\/.*tclid=/)
  await page.waitForLoadState('networkidle')
  await choose(page)
  await fillInToFetch(page, 'en', `pier-${Date.now()}@example.org`)
  await pay(page, 'en')
  await page.getByRole('heading', { name: say('en', 'order_thanks', { name: 'Linh Tran' }) }).waitFor()
  expect(await context.cookies()).toEqual([])
  await close()

  const link = await rowOf('link', code)
  expect(link).toEqual({ carts: 1, orders: 1, revenue: expect.any(Number) })
  expect(link.revenue).toBeGreaterThan(0)
  expect(await rowOf('post', postId)).toEqual({
    carts: before.carts + 1,
    orders: before.orders + 1,
    revenue: before.revenue + link.revenue
  })
})
