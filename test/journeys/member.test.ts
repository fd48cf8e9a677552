import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { visit } from './browser.ts'
import { enter, enterByTheDoor } from './people.ts'
import { say } from './words.ts'

const firstPost = (page: Page) => page.locator('article').first()
const likesOf = (page: Page) =>
  firstPost(page).locator('[data-count=likes]').getAttribute('data-n').then(Number)

test('a like moves the count for someone else who is watching, and taking it back moves it again', async () => {
  const watcher = await visit('/', { size: 'desktop' })
  const member = await visit('/sign-in')
  await enterByTheDoor(member.page, 'Amara')
  await member.page.goto('/')
  const like = firstPost(member.page).getByRole('button', { name: say('en', 'post_like') })
  if ((await like.getAttribute('aria-pressed')) === 'true') {
    await like.click()
    await expect.poll(() => like.getAttribute('aria-pressed')).toBe('false')
    await member.page.reload()
  }
  await watcher.page.reload()
  const before = await likesOf(watcher.page)
  // A second press while the first is under way is a double click, and passed over.
  const press = () =>
    Promise.all([
      member.page
        .waitForResponse((response) => response.url().includes('/reactions/'))
        .then((r) => r.finished()),
      like.click()
    ])
  await press()
  await expect.poll(() => likesOf(watcher.page), { timeout: 10_000 }).toBe(before + 1)
  await press()
  await expect.poll(() => likesOf(watcher.page), { timeout: 10_000 }).toBe(before)
  await member.close()
  await watcher.close()
})

test('a comment is shown as it was written, whatever is in it', async () => {
  const { page, close } = await visit('/')
  await enter(page, 'amara')
  await page.goto('/')
  await firstPost(page)
    .getByRole('heading')
    .first()
    .getByRole('link')
    .first()
    .click()
    .catch(() => undefined)
  if (!page.url().includes('/p/'))
    await page.goto((await page.locator('a[href*="/p/"]').first().getAttribute('href'))!)
  const words = `<b>hello</b> & <script>alert(1)</script> ${Date.now()}`
  await page.locator('form[action*="comment"] textarea').first().fill(words)
  await page.locator('form[action*="comment"] button').first().click()
  await page.getByText(words, { exact: false }).first().waitFor()
  await close()
})

test.for([true, false])(
  'a comment that is refused is told so in sight, and stays to be mended: script %s',
  async (javaScript) => {
    const { page, close } = await visit('/', { javaScript })
    await enter(page, 'amara')
    await page.goto((await page.locator('article h2 a').last().getAttribute('href'))!)
    const words = 'And another thing. '.repeat(150)
    const field = page.getByLabel(say('en', 'comment_say'), { exact: true })
    await field.evaluate((one) => one.removeAttribute('maxlength'))
    await field.fill(words)
    await page
      .getByRole('button', { name: say('en', 'comment_send'), exact: true })
      .first()
      .click()
    const refusal = page.getByRole('alert').filter({ hasText: say('en', 'refusal_comment_length') })
    await refusal.waitFor()
    await expect.poll(() => refusal.evaluate((one) => one.getBoundingClientRect().top)).toBeGreaterThan(0)
    expect(await refusal.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
    expect(await field.inputValue()).toBe(words)
    await close()
  }
)
