import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, expect, inject } from 'vitest'
import { findChromium } from '../../bin/chromium.js'
import { openWithoutCookies } from './without-cookies.ts'

// A headless browser says that it is a robot, and robots are led on uncounted: these say what people's say.
const CHROME = (system: string, kind = '') =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0${kind} Safari/537.36`

export const SIZES = {
  phone: {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    userAgent: CHROME('Linux; Android 10; K', ' Mobile')
  },
  desktop: { viewport: { width: 1440, height: 900 }, userAgent: CHROME('X11; Linux x86_64') }
} as const
export type Size = keyof typeof SIZES

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] // prettier-ignore
const WAIT_MS = 15_000

const chromiumHere = () => ({ executablePath: findChromium(), args: ARGUMENTS })

let browser: Promise<Browser> | undefined

function open(): Promise<Browser> {
  if (!browser) {
    browser = chromium.launch(chromiumHere())
    afterAll(async () => (await browser)?.close())
  }
  return browser
}

export type Storage = Awaited<ReturnType<BrowserContext['storageState']>>

export type Visit = { page: Page; context: BrowserContext; problems: string[]; close(): Promise<void> }

function watch(page: Page, market: string, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
  page.on('console', (line) => {
    if (line.type() === 'error' && !/status of 4\d\d/.test(line.text()))
      problems.push(`${page.url()}: ${line.text()}`)
  })
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== market) problems.push(`asked ${origin}`)
  })
}

/**
 * `market` is another server than the demo, `locale` the language a browser asks for, like `nb-NO`, `storage` what a
 * browser kept when it was closed; `cookies: false` is one that keeps none.
 */
type Visitor = {
  size?: Size
  javaScript?: boolean
  dark?: boolean
  market?: string
  locale?: string
  storage?: Storage
  cookies?: false
}

/**
 * Someone with a fresh browser comes to the market. Whatever a page of theirs throws, or asks of another server, is
 * gathered in `problems`; closing the visit fails the test when there is any.
 */
export async function visit(path: string, options: Visitor = {}): Promise<Visit> {
  const market = options.market ?? inject('market')
  const settings = {
    baseURL: market,
    locale: options.locale ?? 'en-US',
    javaScriptEnabled: options.javaScript ?? true,
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    ...SIZES[options.size ?? 'phone']
  } as const
  const context =
    options.cookies === false
      ? await openWithoutCookies({ ...chromiumHere(), ...settings })
      : await (await open()).newContext({ ...settings, storageState: options.storage })
  context.setDefaultTimeout(WAIT_MS)
  const problems: string[] = []
  context.on('page', (page) => watch(page, market, problems))
  const page = await context.newPage()
  await page.goto(path)
  return {
    page,
    context,
    problems,
    close: async () => {
      await context.close()
      expect(problems).toEqual([])
    }
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds wrong with the page as it is now (WCAG 2.2 AA). */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    // Bars at the window's edges cover what happens to be scrolled beneath them; axe would call that too small to hit.
    scrollTo(0, 0)
    const bars = document.querySelectorAll<HTMLElement>('.sticky-actions')
    for (const bar of bars) bar.style.position = 'static'
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } })
    for (const bar of bars) bar.style.position = ''
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`
    )
  })
}

/** The page can be used with any senses and any keys, and nobody has to scroll sideways; on request in the dark too. */
export async function expectOpenToAll(page: Page, { dark = false } = {}): Promise<void> {
  expect([page.url(), await axeProblems(page)]).toEqual([page.url(), []])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect([page.url(), wider]).toEqual([page.url(), false])
  if (!dark) return
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(['dark', page.url(), await axeProblems(page)]).toEqual(['dark', page.url(), []])
  await page.emulateMedia({ colorScheme: 'light' })
}
