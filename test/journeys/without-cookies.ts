import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  chromium,
  type BrowserContext,
  type BrowserContextOptions,
  type LaunchOptions
} from 'playwright-core'

/** A browser that keeps no cookies at all. That is a setting of the whole browser, so it is one of its own. */
export async function openWithoutCookies(
  options: LaunchOptions & BrowserContextOptions
): Promise<BrowserContext> {
  const folder = await mkdtemp(join(tmpdir(), 'torilla-browser-'))
  await mkdir(join(folder, 'Default'))
  const never = { profile: { default_content_setting_values: { cookies: 2 } } }
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(never))
  const context = await chromium.launchPersistentContext(folder, options)
  const close = context.close.bind(context)
  context.close = async () => {
    await close()
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  return context
}
