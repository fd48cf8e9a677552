import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { axeProblems, visit } from './browser.ts'
import { enterByTheDoor } from './people.ts'
import { say } from './words.ts'

const en = (key: string, gaps?: Record<string, string>) => say('en', key, gaps)
const refusal = (page: Page, key: string) => page.getByRole('alert').filter({ hasText: en(key) })
const button = (page: Page, key: string) => page.getByRole('button', { name: en(key), exact: true }).first()

/** In another tab the same browser signs out. */
async function signOutElsewhere(page: Page): Promise<void> {
  const tab = await page.context().newPage()
  await tab.goto('/sign-out')
  await tab.waitForLoadState('networkidle')
  await button(tab, 'door_sign_out').click()
  await tab.waitForURL((url) => url.pathname === '/')
  await tab.close()
}

test('who was signed out in another tab is told so, keeps what they wrote, signs in and sends it', async () => {
  const { page, context, problems, close } = await visit('/')
  await enterByTheDoor(page, 'Linh')
  await page.goto((await page.locator('article h2 a').last().getAttribute('href'))!)
  const post = page.url()
  const like = page.locator('article').getByRole('button', { name: en('post_like') })
  const liked = await like.getAttribute('aria-pressed')
  const field = page.getByLabel(en('comment_say'), { exact: true })
  const words = `Would it float? ${Date.now()}`
  await field.fill(words)
  await signOutElsewhere(page)

  await like.click()
  await refusal(page, 'refusal_signed_out').waitFor()
  expect([page.url(), await like.getAttribute('aria-pressed')]).toEqual([post, liked])
  await button(page, 'comment_send').click()
  const told = page
    .locator('#comments')
    .getByRole('alert')
    .filter({ hasText: en('refusal_signed_out') })
  await told.getByText(en('comment_kept')).waitFor()
  expect(await page.getByRole('alert').count()).toBe(1)
  expect([page.url(), await field.inputValue()]).toEqual([post, words])
  expect(await axeProblems(page)).toEqual([])

  await told.getByRole('link', { name: en('door_sign_in') }).click()
  await page.waitForURL(/\/sign-in/)
  await page.getByRole('button', { name: /Linh/ }).click()
  await page.waitForURL(post)
  await expect.poll(() => field.inputValue()).toBe(words)
  await context.setOffline(true)
  await button(page, 'comment_send').click()
  await refusal(page, 'refusal_unknown').waitFor()
  expect(await field.inputValue()).toBe(words)
  await context.setOffline(false)
  expect(problems.splice(0)).toEqual([expect.stringContaining('DISCONNECTED')])
  await button(page, 'comment_send').click()
  const said = page.locator('.comment').filter({ hasText: words })
  await said.waitFor()
  await page.reload()
  await said.waitFor()
  expect(await field.inputValue()).toBe('')
  await close()
})

test('without a script, who was signed out is told so and led to sign in for the same page', async () => {
  const { page, close } = await visit('/', { javaScript: false })
  await enterByTheDoor(page, 'Linh')
  await page.goto((await page.locator('article h2 a').last().getAttribute('href'))!)
  const post = page.url()
  await page.getByLabel(en('comment_say'), { exact: true }).fill('Would it float?')
  await signOutElsewhere(page)
  await button(page, 'comment_send').click()
  await page.getByRole('heading', { name: en('error_401_title') }).waitFor()
  await page.getByRole('link', { name: en('door_sign_in') }).click()
  await page.getByRole('button', { name: /Linh/ }).click()
  await page.waitForURL(post)
  await close()
})
