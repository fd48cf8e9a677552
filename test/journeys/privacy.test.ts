import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { axeProblems, visit } from './browser.ts'
import { becomeMember, PASSWORD, press } from './newcomer.ts'
import { ask, enter } from './people.ts'
import { ways, type Way } from './ways.ts'

vi.setConfig({ testTimeout: 120_000 })

const tick = (page: Page) => page.locator('input[name=sure]').last().check()

async function fetched(page: Page, way: Way, key: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: way.say(key) }).click()
  ])
  return JSON.parse(strFromU8(unzipSync(await readFile(await download.path()))['data.json']!)) as {
    profile: { name: string }
    consents: { granted: boolean }[]
  }
}

test.for(ways('fi phone'))(
  'a member says what they agree to, takes their data along and erases themselves: $language, $size',
  async (way) => {
    const { page, email, close } = await becomeMember(way, `Lähtevä ${Date.now()}`)
    await page.goto(way.at('/me/settings'))
    await page.waitForLoadState('networkidle')
    const box = page.locator('input[name=granted]')
    expect(await box.isChecked()).toBe(false)
    await box.check()
    const panel = page.locator('section', { has: box })
    await panel.getByRole('button').click()
    await panel.getByText(way.say('me_saved')).waitFor()
    expect(await axeProblems(page)).toEqual([])
    const data = await fetched(page, way, 'me_export_fetch')
    expect(data).toMatchObject({ consents: [{ granted: true }] })

    await page.getByRole('link', { name: way.say('erase_me_open') }).click()
    await page.waitForURL(/\/erase$/)
    await page.waitForLoadState('networkidle')
    expect(await axeProblems(page)).toEqual([])
    await tick(page)
    await page.locator('input[type=password]').fill('not this one at all')
    await press(page, way, 'erase_me_now')
    await page.getByRole('alert').waitFor()
    await page.locator('input[type=password]').fill(PASSWORD)
    await tick(page)
    await press(page, way, 'erase_me_now')
    await page.getByRole('heading', { name: way.say('erased_title') }).waitFor()

    await page.goto(way.at('/me'))
    expect(new URL(page.url()).pathname).toBe(way.at('/sign-in'))
    const enter = new URLSearchParams({ email, password: PASSWORD })
    const answer = async () => (await ask('/sign-in?/password', '', { method: 'POST', body: enter })).status
    await expect.poll(answer, { timeout: 30_000, interval: 3_000 }).toBe(401)
    await close()
  }
)

test.for(ways('en desktop'))(
  'an owner erases somebody, sees the record, and sets how long things are kept: $language, $size',
  async (way) => {
    const name = `Forgotten ${Date.now()}`
    const { close: leave } = await becomeMember(way, name)
    const { page, close } = await visit('/', way)
    await enter(page, 'aino')
    await page.goto(`/studio/people?q=${encodeURIComponent(name)}`)
    await page.getByRole('link', { name }).click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await axeProblems(page)).toEqual([])
    expect(await fetched(page, way, 'person_export')).toMatchObject({ profile: { name } })
    await tick(page)
    await press(page, way, 'erase_now')
    await page.getByText(way.say('erase_begun')).waitFor()
    await page.goto(`/studio/people?q=${encodeURIComponent(name)}`)
    expect(await page.getByRole('link', { name }).count()).toBe(0)

    await page.goto('/studio/settings')
    await page.getByRole('link', { name: way.say('privacy_open'), exact: true }).click()
    await page.waitForURL(/privacy/)
    await page.waitForLoadState('networkidle')
    const done = page
      .getByRole('row')
      .filter({ hasText: way.say('erased_by_owner') })
      .first()
    await expect
      .poll(() => page.reload().then(() => done.getByText(way.say('erasures_done')).count()), {
        timeout: 30_000
      })
      .toBe(1)
    await page.waitForLoadState('networkidle')
    expect(await axeProblems(page)).toEqual([])
    const letters = page.locator('input[name=letters]')
    await letters.fill('5')
    await press(page, way, 'me_save')
    await page.getByText(way.say('keep_bounds', { least: '30', most: '3650' })).waitFor()
    await letters.fill('200')
    await press(page, way, 'me_save')
    await page.getByText(way.say('me_saved')).waitFor()
    await page.reload()
    expect(await letters.inputValue()).toBe('200')
    await leave()
    await close()
  }
)
