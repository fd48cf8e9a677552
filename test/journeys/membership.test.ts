import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { axeProblems, visit } from './browser.ts'
import { followLetter } from './mailbox.ts'
import { becomeMember, fill, press } from './newcomer.ts'
import { desk } from './studio.ts'
import { ways, type Way } from './ways.ts'

/** A like, a repost or a save of the post at hand; settled when the server has answered. */
async function react(page: Page, way: Way, key: string): Promise<void> {
  const button = page
    .locator('article')
    .first()
    .getByRole('button', { name: way.say(key) })
  const answered = page.waitForResponse((response) => response.url().includes('/reactions/'))
  await button.click()
  expect((await answered).status()).toBe(200)
  expect(await button.getAttribute('aria-pressed')).toBe('true')
}

vi.setConfig({ testTimeout: 120_000 })

test.for(ways('fi phone'))(
  'a newcomer makes a page by letter and takes part in everything: $language, $size',
  async (way) => {
    const name = `Tuuli ${Date.now()}`
    const { page, close } = await becomeMember(way, name)
    await page.locator('article h2 a').first().click()
    await page.waitForURL(/\/p\//)
    for (const key of ['post_like', 'post_repost', 'post_save']) await react(page, way, key)
    await press(page, way, 'post_follow')
    await page.getByRole('button', { name: way.say('post_following') }).waitFor()

    const [asked, edited, answered] = ['Onko tätä vielä', 'Onko tätä enää', 'On,'].map((words) => `${words} ${name}?`) as [string, string, string] // prettier-ignore
    const said = (words: string) => page.locator('.comment').filter({ hasText: words })
    await fill(page, way, 'comment_say', asked)
    await press(page, way, 'comment_send')
    const first = said(asked)
    await first.waitFor()
    await first.getByText(way.say('comment_answer'), { exact: true }).click()
    await first.getByLabel(way.say('comment_answer_to', { name })).fill(answered)
    await first.getByRole('button', { name: way.say('comment_send') }).click()
    await page.locator('.thread').filter({ hasText: asked }).locator('.answers .words').getByText(answered).waitFor() // prettier-ignore
    await first.getByText(way.say('comment_edit'), { exact: true }).click()
    await first.getByLabel(way.say('comment_edit_yours')).fill(edited)
    await first.getByRole('button', { name: way.say('comment_save') }).click()
    await said(edited).getByText(way.say('comment_edited')).waitFor()
    await said(answered)
      .getByRole('button', { name: way.say('comment_delete') })
      .click()
    await said(answered).waitFor({ state: 'detached' })
    expect(await axeProblems(page)).toEqual([])

    await page.reload()
    for (const key of ['post_like', 'post_repost', 'post_save'])
    expect(await page.locator('article').first().getByRole('button', { name: way.say(key) }).getAttribute('aria-pressed')).toBe('true') // prettier-ignore
    await page.getByRole('button', { name: way.say('post_following') }).waitFor()
    await said(edited).waitFor()
    expect(await said(answered).count()).toBe(0)
    await page.goto(way.at('/me'))
    await page.getByRole('heading', { name }).waitFor()
    for (const key of ['me_saved_posts', 'me_reposts']) await page.getByRole('heading', { name: way.say(key) }).waitFor() // prettier-ignore
    expect(await axeProblems(page)).toEqual([])
    await close()
  }
)

test.for(ways('nb desktop'))(
  'a link by mail opens a page without a password, once: the same link again is refused in words: $language, $size',
  async (way) => {
    const email = `l${Date.now()}@example.org`
    const { page, close } = await visit(way.at('/sign-in'), way)
    await page.waitForLoadState('networkidle')
    await fill(page, way, 'door_email', email)
    await press(page, way, 'door_send_link')
    await page.getByText(way.say('door_letter_link', { email })).waitFor()
    await followLetter(page, email)
    const link = page.url()
    await page.waitForLoadState('networkidle')
    expect(await axeProblems(page)).toEqual([])
    await fill(page, way, 'door_name', 'Lotta of the link')
    await press(page, way, 'door_confirm')
    await page.waitForURL((url) => url.pathname === way.at('/'))
    await page.goto(way.at('/me'))
    await page.getByRole('heading', { name: 'Lotta of the link' }).waitFor()
    const thief = await visit(link)
    await thief.page.getByRole('heading', { name: way.say('door_link_spent_title') }).waitFor()
    await thief.page.getByText(way.say('refusal_link_spent')).waitFor()
    expect(await axeProblems(thief.page)).toEqual([])
    await thief.page.goto(way.at('/me'))
    await thief.page.waitForURL(/sign-in/)
    await thief.close()
    await close()
  }
)

test.for(ways('en desktop'))(
  'a member’s own link is copied, and whoever comes by it counts once, however often, and the member never: $language, $size',
  async (way) => {
    const { page, context, close } = await becomeMember(way, 'Sam who shares')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page
      .locator('article')
      .first()
      .getByRole('link', { name: way.say('post_share') })
      .click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText(way.say('share_personal')).waitFor()
    expect(await axeProblems(page)).toEqual([])
    await press(page, way, 'share_copy')
    await sheet.getByText(way.say('share_copied')).waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toMatch(/\/l\/[\w-]+$/)
    expect(await sheet.getByLabel(way.say('share_address')).inputValue()).toBe(link)

    const { read } = desk()
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
  }
)
