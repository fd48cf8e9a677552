import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { axeProblems, visit, type Size } from './browser.ts'
import { followLetter } from './mailbox.ts'
import { desk } from './studio.ts'
import { pathIn, say, type Language } from './words.ts'

const PASSWORD = 'kolme sinistä venettä'

const press = (page: Page, language: Language, key: string) =>
  page
    .getByRole('button', { name: say(language, key), exact: true })
    .first()
    .click()
const fill = (page: Page, language: Language, key: string, words: string) =>
  page.getByLabel(say(language, key), { exact: true }).fill(words)

/** Someone new makes a page with a password and opens it by the letter in the mailbox. */
async function becomeMember(language: Language, size: Size, name: string) {
  const email = `m${Date.now()}@example.org`
  const { page, ...rest } = await visit(pathIn(language, '/sign-up'), { size })
  await page.waitForLoadState('networkidle')
  await fill(page, language, 'door_name', name)
  await fill(page, language, 'door_email', email)
  await fill(page, language, 'door_password', PASSWORD)
  expect(await axeProblems(page)).toEqual([])
  await press(page, language, 'door_sign_up')
  await page.getByRole('heading', { name: say(language, 'door_letter_title') }).waitFor()
  await followLetter(page, email)
  expect(await page.locator('html').getAttribute('lang')).toBe(language)
  await page.waitForLoadState('networkidle')
  await fill(page, language, 'door_password', PASSWORD)
  await press(page, language, 'door_confirm')
  await page.waitForURL((url) => url.pathname === pathIn(language, '/'))
  return { page, email, ...rest }
}

/** A like, a repost or a save of the post at hand; settled when the server has answered. */
async function react(page: Page, language: Language, key: string): Promise<void> {
  const button = page
    .locator('article')
    .first()
    .getByRole('button', { name: say(language, key) })
  const answered = page.waitForResponse((response) => response.url().includes('/reactions/'))
  await button.click()
  expect((await answered).status()).toBe(200)
  expect(await button.getAttribute('aria-pressed')).toBe('true')
}

vi.setConfig({ testTimeout: 120_000 })

test('a newcomer on a phone, in Finnish, makes a page by letter and takes part in everything', async () => {
  const name = `Tuuli ${Date.now()}`
  const { page, close } = await becomeMember('fi', 'phone', name)
  await page.locator('article h2 a').first().click()
  await page.waitForURL(/\/fi\/p\//)
  for (const key of ['post_like', 'post_repost', 'post_save']) await react(page, 'fi', key)
  await press(page, 'fi', 'post_follow')
  await page.getByRole('button', { name: say('fi', 'post_following') }).waitFor()

  const [asked, edited, answered] = ['Onko tätä vielä', 'Onko tätä enää', 'On,'].map((words) => `${words} ${name}?`) as [string, string, string] // prettier-ignore
  const said = (words: string) => page.locator('.comment').filter({ hasText: words })
  await fill(page, 'fi', 'comment_say', asked)
  await press(page, 'fi', 'comment_send')
  const first = said(asked)
  await first.waitFor()
  await first.getByText(say('fi', 'comment_answer'), { exact: true }).click()
  await first.getByLabel(say('fi', 'comment_answer_to', { name })).fill(answered)
  await first.getByRole('button', { name: say('fi', 'comment_send') }).click()
  await page.locator('.thread').filter({ hasText: asked }).locator('.answers .words').getByText(answered).waitFor() // prettier-ignore
  await first.getByText(say('fi', 'comment_edit'), { exact: true }).click()
  await first.getByLabel(say('fi', 'comment_edit_yours')).fill(edited)
  await first.getByRole('button', { name: say('fi', 'comment_save') }).click()
  await said(edited).getByText(say('fi', 'comment_edited')).waitFor()
  await said(answered)
    .getByRole('button', { name: say('fi', 'comment_delete') })
    .click()
  await said(answered).waitFor({ state: 'detached' })
  expect(await axeProblems(page)).toEqual([])

  await page.reload()
  for (const key of ['post_like', 'post_repost', 'post_save'])
    expect(await page.locator('article').first().getByRole('button', { name: say('fi', key) }).getAttribute('aria-pressed')).toBe('true') // prettier-ignore
  await page.getByRole('button', { name: say('fi', 'post_following') }).waitFor()
  await said(edited).waitFor()
  expect(await said(answered).count()).toBe(0)
  await page.goto('/fi/me')
  await page.getByRole('heading', { name }).waitFor()
  for (const key of ['me_saved_posts', 'me_reposts']) await page.getByRole('heading', { name: say('fi', key) }).waitFor() // prettier-ignore
  expect(await axeProblems(page)).toEqual([])
  await close()
})

test('a link by mail opens a page without a password, once: the same link again is refused in words', async () => {
  const email = `l${Date.now()}@example.org`
  const { page, close } = await visit('/sign-in', { size: 'desktop' })
  await page.waitForLoadState('networkidle')
  await fill(page, 'en', 'door_email', email)
  await press(page, 'en', 'door_send_link')
  await page.getByText(say('en', 'door_letter_link', { email })).waitFor()
  await followLetter(page, email)
  const link = page.url()
  await page.waitForLoadState('networkidle')
  expect(await axeProblems(page)).toEqual([])
  await fill(page, 'en', 'door_name', 'Lotta of the link')
  await press(page, 'en', 'door_confirm')
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto('/me')
  await page.getByRole('heading', { name: 'Lotta of the link' }).waitFor()
  const thief = await visit(link)
  await thief.page.getByRole('heading', { name: say('en', 'door_link_spent_title') }).waitFor()
  await thief.page.getByText(say('en', 'refusal_link_spent')).waitFor()
  expect(await axeProblems(thief.page)).toEqual([])
  await thief.page.goto('/me')
  await thief.page.waitForURL(/sign-in/)
  await thief.close()
  await close()
})

test('a member’s own link is copied, and whoever comes by it counts once, however often, and the member never', async () => {
  const { page, context, close } = await becomeMember('en', 'desktop', 'Sam who shares')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page
    .locator('article')
    .first()
    .getByRole('link', { name: say('en', 'post_share') })
    .click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText(say('en', 'share_personal')).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await press(page, 'en', 'share_copy')
  await sheet.getByText(say('en', 'share_copied')).waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/\/l\/[\w-]+$/)
  expect(await sheet.getByLabel(say('en', 'share_address')).inputValue()).toBe(link)

  const { read } = await desk()
  const visits = async () => {
    const row = (await read('/studio/links?shares'))
      .split('<tr')
      .find((one) => one.includes(new URL(link).pathname))!
    return /<td\b[^>]*\bclass="n\b[^>]*>(\d+)/.exec(row)?.[1]
  }
  await page.goto(link)
  await page.waitForURL(/\/p\//)
  expect(await visits()).toBe('0')
  const friend = await visit(link)
  for (let again = 0; again < 3; again++) await friend.page.goto(link)
  expect(new URL(friend.page.url()).pathname).toMatch(/^\/p\//)
  await expect.poll(visits).toBe('1')
  const other = await visit(link, { size: 'desktop' })
  await expect.poll(visits).toBe('2')
  await other.close()
  await friend.close()
  await close()
})
