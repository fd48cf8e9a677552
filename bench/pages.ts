import { gzipSync } from 'node:zlib'
import { chromium, type Browser } from 'playwright-core'
import { findChromium } from '../bin/chromium.js'
import type { Figures } from './figures.ts'
import { openMarket, type Market } from './tools/market.ts'
import { onPostgres } from './tools/stand.ts'

const ARGUMENTS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
const QUIET_MS = 1_000

/** The JavaScript that a browser which has been nowhere yet fetches for a page, in kilobytes of gzip. */
export const pages = (): Promise<Figures> =>
  onPostgres(async (stand) => {
    const market = await stand.inside(openMarket)
    const browser = await chromium.launch({ executablePath: findChromium(), args: ARGUMENTS })
    try {
      return await stand.serve(({ url }) => weigh(browser, url, market))
    } finally {
      await browser.close()
    }
  })

async function weigh(browser: Browser, url: string, market: Market): Promise<Figures> {
  const script = (path: string, cookie = '') => scriptKb(browser, url, path, cookie)
  return {
    feedKb: await script('/'),
    postKb: await script(market.post),
    productKb: await script(market.product),
    checkoutKb: await script(await checkoutOf(url, market.variantId)),
    resultsKb: await script('/studio/results', market.owner)
  }
}

/** Presses Buy, and answers the address of the checkout that it leads to. */
async function checkoutOf(url: string, variant: string): Promise<string> {
  const { headers } = await fetch(`${url}/buy`, {
    method: 'POST',
    headers: { origin: url, accept: 'text/html' },
    body: new URLSearchParams({ variant }),
    redirect: 'manual'
  })
  const path = headers.get('location')
  if (!path?.startsWith('/checkout/')) throw new Error(`Buy led to ${path}`)
  return path
}

async function scriptKb(browser: Browser, url: string, path: string, cookie: string): Promise<number> {
  const context = await browser.newContext()
  if (cookie) {
    const at = cookie.indexOf('=')
    await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url }])
  }
  const page = await context.newPage()
  const scripts: Promise<Buffer>[] = []
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (response.ok() && type.includes('javascript')) scripts.push(response.body())
  })
  const answer = await page.goto(url + path, { waitUntil: 'load' })
  if (answer?.status() !== 200 || new URL(page.url()).pathname !== path) {
    throw new Error(`${path} answered ${answer?.status()} at ${page.url()}`)
  }
  await page.waitForTimeout(QUIET_MS) // what the page asks for once it is there
  const bodies = await Promise.all(scripts)
  await context.close()
  return Number((bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1_000).toFixed(1))
}
