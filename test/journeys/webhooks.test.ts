import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'
import { expect, inject, onTestFinished, test } from 'vitest'
import { visit } from './browser.ts'
import { ask, enter, signIn } from './people.ts'
import { say } from './words.ts'

const en = (key: string, gaps?: Record<string, string>) => say('en', key, gaps)

type Heard = { type: string; body: string; headers: Record<string, string> }

/** A program of the owner's, on this machine; it has no room at first. */
async function program() {
  const heard: Heard[] = []
  let room = false
  const server = createServer(async (req, res) => {
    const body = await text(req)
    const { type } = JSON.parse(body) as { type: string }
    heard.push({ type, body, headers: req.headers as Record<string, string> })
    res.writeHead(room ? 204 : 507).end(room ? '' : 'no room')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => (server.closeAllConnections(), void server.close()))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  return { url, heard, makeRoom: () => (room = true) }
}

test('an owner tells a program of theirs about comments: made, tested, told, looked up, sent again, deleted', async () => {
  const there = await program()
  const { page, close } = await visit('/', { size: 'desktop' })
  await enter(page, 'aino')
  const press = (key: string) =>
    page
      .getByRole('button', { name: en(key), exact: true })
      .first()
      .click()
  await page.goto('/studio/settings')
  await page.getByRole('link', { name: en('webhooks_open') }).click()
  await page.getByLabel(en('webhooks_address')).fill(there.url)
  await page.getByLabel(en('webhooks_event_comment_created')).check()
  await press('webhooks_make')
  const secret = await page.locator('code', { hasText: 'whsec_' }).innerText()
  await page.getByRole('link', { name: en('webhooks_see') }).click()
  await press('webhooks_test')
  await page.getByText(en('webhooks_answered', { status: '507' })).waitFor()
  expect(new Webhook(secret).verify(there.heard[0]!.body, there.heard[0]!.headers)).toMatchObject({
    type: 'webhook.test'
  })

  there.makeRoom()
  await comment()
  await expect.poll(() => there.heard.map(({ type }) => type)).toContain('comment.created')
  await page.reload()
  const row = page.getByRole('row').filter({ hasText: 'comment.created' })
  await row.getByText(en('webhooks_delivered')).waitFor()
  await row.getByRole('button', { name: en('webhooks_replay') }).click()
  const told = () => there.heard.filter(({ type }) => type === 'comment.created')
  await expect.poll(() => told().length).toBe(2)
  expect(told()[0]!.headers['webhook-id']).toBe(told()[1]!.headers['webhook-id'])
  await page.getByRole('link', { name: en('webhooks_event_comment_created') }).click()
  await page.getByRole('heading', { name: en('webhooks_sent') }).waitFor()

  await page.goBack()
  await press('webhooks_delete')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: en('webhooks_delete') })
    .click()
  await page.getByRole('heading', { level: 1, name: en('webhooks_title') }).waitFor()
  await close()
})

/** A member says something under the first post of the square. */
async function comment(): Promise<void> {
  const market = inject('market')
  const cookie = await signIn(market, 'amara')
  const [, path] = /href="(\/p\/[^"?#]+)"/.exec(await (await ask('/', cookie)).text())!
  const [, post] = /name="post" value="([\da-f-]{36})"/.exec(await (await ask(path!, cookie)).text())!
  const body = new URLSearchParams({ post: post!, words: `Is it there until ${Date.now()}?` })
  const answer = await ask(`${path}?/comment`, cookie, { method: 'POST', body })
  expect(answer.status).toBeLessThan(400)
}
