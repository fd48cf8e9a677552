import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inContext } from '../context.ts'
import { axeProblems, visit } from './browser.ts'
import { ownMarket } from './own-market.ts'
import { askAt, buyByForms, cookiesIn, hidden, type Ask } from './people.ts'
import { deskOf } from './studio.ts'

/** Words that would run, disguise themselves or lead astray, if any page took them for more than words. */
const evil = (field: string) => `${field}"'><img src=x onerror=pwn()>\u202e`
/** How they read: the mark that turns text around is taken out. */
const shown = (field: string) => evil(field).replace('\u202e', '')

const OWNER = { name: evil('owner'), email: 'owner@example.org', password: 'quay-side-coffee-9' }
const LINKS = `javascript:pwn() [x](javascript:pwn()) https://example.org/"onmouseover="pwn() data:text/html,<script>pwn()</script>`

let market: Awaited<ReturnType<typeof ownMarket>>
let origin: string
let ask: Ask
let cookie: string
beforeAll(async () => {
  market = await ownMarket()
  origin = (await market.start()).url
  ask = askAt(origin)
  cookie = await openShop()
})
afterAll(() => market.close())

const send = (path: string, fields: Record<string, string>) =>
  ask(path, cookie, { method: 'POST', body: new URLSearchParams(fields) })

async function openShop(): Promise<string> {
  const begun = await ask('/setup', '', { method: 'POST', body: new URLSearchParams(OWNER) })
  const shop = {
    name: evil('shop'),
    currency: 'EUR',
    country: 'FI',
    locale: 'en',
    timezone: 'Europe/Helsinki'
  }
  await ask('/setup/shop', cookiesIn(begun), { method: 'POST', body: new URLSearchParams(shop) })
  const { email, password } = OWNER
  const entered = await ask('/sign-in?/password', '', { method: 'POST', body: new URLSearchParams({ email, password }) }) // prettier-ignore
  return cookiesIn(entered)
}

const idIn = (text: string | null) => /[\da-f]{8}-[\da-f-]{27}/.exec(text ?? '')![0]

/** Everything that can be typed in the studio is typed; answers where it stands. */
async function fillTheShop() {
  await send('/studio/settings?/shop', { name: evil('shop'), about: evil('about'), contactEmail: 'a@example.org', locale: 'en', timezone: 'Europe/Helsinki' }) // prettier-ignore
  await send('/studio/collections?/save', {
    title: evil('collection'),
    description: evil('about-collection')
  })
  const collection = idIn(
    (await (await ask('/studio/collections', cookie)).text()).split('about-collection')[0]!
  )
  const goods = await deskOf(ask, cookie).sell(
    { title: evil('goods'), price: '20', pieces: 9 },
    {
      ...{ description: `<p onclick="pwn()">fine words</p><script>pwn()</script><a href="javascript:pwn()">go</a><iframe srcdoc="<script>parent.pwn()</script>"></iframe><style>*{display:none}</style>` }, // prettier-ignore
      ...{
        vendor: evil('vendor'),
        productType: evil('type'),
        tags: evil('tag').replaceAll(',', ''),
        collection
      },
      ...{
        seoTitle: evil('seo'),
        seoDescription: `</script>${evil('seo-words')}`,
        'variant.0.sku': evil('sku')
      },
      ...{
        'option.0.name': evil('option'),
        'option.0.values': evil('value'),
        'variant.0.value.0': evil('value')
      }
    }
  )
  await send('/studio/campaigns?/create', {
    name: `=1+1 ${evil('campaign')}`,
    hashtag: '',
    from: '',
    until: ''
  })
  const campaign = idIn((await (await ask('/studio/campaigns', cookie)).text()).split('name="campaign"')[1]!)
  await send('/studio/links?/create', { leads: 'path', path: '/', label: evil('link'), campaignId: campaign })
  return { goods, collection, campaign, post: await publish(goods.id, campaign) }
}

async function publish(product: string, campaign: string): Promise<string> {
  const bytes = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#f26f21' } }).png().toBuffer() // prettier-ignore
  const kept = await ask('/api/v1/pictures', cookie, { method: 'POST', body: new Uint8Array(bytes), headers: { 'content-type': 'image/png' } }) // prettier-ignore
  const { id: picture } = (await kept.json()) as { id: string }
  const draft = (await ask('/studio/compose', cookie)).headers.get('location')!
  const published = await send(`${draft}?/publish`, {
    ...{
      version: hidden(await (await ask(draft, cookie)).text(), 'version'),
      title: evil('title'),
      campaign
    },
    ...{ words: `${evil('words')} ${LINKS}`, disclosure: evil('disclosure'), picture, alt: evil('alt') },
    ...{ 'tag-product': product, 'tag-picture': '0', 'tag-x': '50', 'tag-y': '50' }
  })
  expect(published.status).toBe(303)
  return draft
}

/** The page as a person sees it: nothing ran, nothing came in that is not ours, and every word stands as it was typed. */
async function reads(page: Page, path: string, words: string[]): Promise<void> {
  await page.goto(path)
  await page.waitForLoadState(path.startsWith('/studio') || path.startsWith('/c') ? 'networkidle' : 'load')
  const text = await page.evaluate(() => document.body.innerText + [...document.querySelectorAll('input, textarea, img, [aria-label], [title]')].map((one) => ` ${(one as HTMLInputElement).value} ${one.getAttribute('alt')} ${one.ariaLabel} ${one.getAttribute('title')}`).join(' ')) // prettier-ignore
  for (const word of words) expect([path, text.replace(/\s+/g, ' ')]).toEqual([path, expect.stringContaining(word)]) // prettier-ignore
  expect([path, text.includes('\u202e')]).toEqual([path, false])
  const foreign = await page.locator('[onerror], [onclick], img[src=x], iframe:not([sandbox]), a[href^="javascript" i], a[href^="data" i]').count() // prettier-ignore
  expect([path, foreign]).toEqual([path, 0])
}

async function watched(options: { cookie?: string } = {}) {
  const ran: string[] = []
  const visitor = await visit('/healthz', { market: origin, size: 'desktop' })
  const { context, page } = visitor
  await context.exposeFunction('pwn', () => ran.push(`ran at ${page.url()}`))
  await context.exposeFunction('report', (what: string) => ran.push(what))
  await context.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) => void (window as unknown as { report(what: string): void }).report(`${event.violatedDirective} ${event.blockedURI} ${location.href}`))) // prettier-ignore
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => ran.push(`dialog at ${page.url()}`)))
  const [name = '', value = ''] = (options.cookie ?? '').split('=')
  if (name) await context.addCookies([{ name, value, url: origin }])
  return { ...visitor, ran }
}

test('whatever is typed into any field is shown as it was typed, everywhere, and nothing of it runs', async () => {
  const { goods, campaign, post } = await fillTheShop()
  const order = await buyByForms(ask, goods.path, {
    ...{
      post: idIn(post),
      name: evil('buyer'),
      line1: evil('street'),
      line2: evil('door'),
      city: evil('city')
    },
    ...{
      region: evil('region'),
      postcode: 'p<svg onload=pwn()>',
      phone: evil('4'),
      email: 'buyer@example.org'
    }
  })
  const slug = /\/p\/[\w%-]+/.exec(await (await ask('/', cookie)).text())![0]
  const postId = idIn(post)
  const said = await send(`${slug}?/comment`, { post: postId, words: `${evil('comment')} ${LINKS}` })
  expect(said.status).toBe(303)
  const orderId = idIn(
    /\/studio\/orders\/[\da-f-]{36}/.exec(await (await ask('/studio/orders', cookie)).text())![0]
  )
  await send(`/studio/orders/${orderId}?/note`, { text: evil('note') })

  const { page, ran, problems, close } = await watched({ cookie })
  const theShop = [shown('shop')]
  await reads(page, '/', [...theShop, shown('title'), shown('words'), shown('disclosure')])
  await reads(page, slug, [shown('title'), shown('words'), shown('comment'), shown('owner'), shown('alt')])
  expect(await axeProblems(page)).toEqual([])
  await reads(page, goods.path, [shown('goods'), shown('value'), 'fine words'])
  const facts = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent())!) as { '@graph': { name: string }[] } // prettier-ignore
  expect(facts['@graph'][0]?.name).toBe(shown('goods'))
  await reads(page, `/search?q=${encodeURIComponent(evil('goods'))}`, [shown('goods')])
  await reads(page, order, [
    shown('buyer'),
    shown('street'),
    shown('city'),
    'p<svg onload=pwn()>',
    shown('goods')
  ])
  await reads(page, '/me', [shown('owner')])
  await reads(page, '/me/settings', [shown('owner')])
  for (const [path, words] of [
    ['/studio', []],
    ['/studio/products', ['goods']],
    [`/studio/products/${goods.id}`, ['goods', 'vendor', 'type', 'seo', 'sku', 'option', 'value']],
    ['/studio/collections', ['collection']],
    ['/studio/campaigns', ['campaign']],
    ['/studio/links', ['link', 'title']],
    ['/studio/posts', ['title']],
    [post, ['title', 'words', 'disclosure', 'alt']],
    ['/studio/orders', ['buyer']],
    [`/studio/orders/${orderId}`, ['buyer', 'street', 'region', 'goods', 'note']],
    [`/studio/orders/${orderId}/slip`, ['buyer', 'street', 'door', 'goods', 'sku']],
    ['/studio/people', ['owner']],
    ['/studio/settings', ['shop', 'about']],
    ['/studio/results', []],
    [`/studio/results/campaign/${campaign}`, ['campaign']]
  ] as const) await reads(page, path, words.map(shown)) // prettier-ignore
  const csv = await (await ask('/api/v1/results/campaign/csv', cookie)).text()
  expect(csv).toContain(`'=1+1 campaign`)
  expect(csv).not.toMatch(/(^|,|\n)"?[=+@]/)
  expect(ran).toEqual([])
  // The watch itself: words taken for more than words would be noticed.
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=pwn()>'))
  await expect.poll(() => ran).not.toEqual([])
  problems.length = 0
  await close()
})

test('what is refused for what was typed gives it back as words', async () => {
  const typed = { code: evil('coupon'), email: '"<img src=x onerror=pwn()>"@example.org', name: evil('name') }
  const body = () => new URLSearchParams({ ...typed, password: 'short', kind: 'percent', value: '10', leads: 'path', path: 'javascript:pwn()' }) // prettier-ignore
  for (const [path, who] of [
    ['/studio/coupons?/create', cookie],
    ['/studio/links?/create', cookie],
    ['/cart?/coupon', cookie],
    ['/sign-up', ''],
    ['/forgot', '']
  ] as const) {
    const answer = await ask(path, who, { method: 'POST', body: body() })
    expect([path, answer.status]).toEqual([path, 422])
    expect([path, (await answer.text()).includes('<img src=x')]).toEqual([path, false])
  }
})

test('letters show what was typed as words too', async () => {
  const letters = await inContext(market.settings, ({ db }) => db.selectFrom('mails').select('html_body').execute()) // prettier-ignore
  expect(letters.length).toBeGreaterThan(0)
  const { page, ran, close } = await watched()
  for (const { html_body: html } of letters) {
    await page.setContent(html)
    expect(await page.locator('body').innerText()).toContain(shown('goods'))
    expect(await page.locator('script, img[src=x], [onerror]').count()).toBe(0)
  }
  expect(ran).toEqual([])
  await close()
})
