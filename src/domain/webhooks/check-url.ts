import type { Context } from '#context'
import { FetchRefused, readUrl } from '#platform/http/index.ts'

/**
 * The address as it will be used, if webhooks may go there: https on its usual port. Where its name leads is looked at
 * anew with every try. Plain http only on this machine, where a test or a developer allowed it.
 */
export function checkUrl({ config }: Pick<Context, 'config'>, address: string): string | undefined {
  try {
    const url = readUrl(address, { allowLoopback: config.webhookLoopback })
    url.hash = ''
    return url.protocol === 'https:' || config.webhookLoopback ? url.href : undefined
  } catch (error) {
    if (error instanceof FetchRefused) return undefined
    throw error
  }
}
