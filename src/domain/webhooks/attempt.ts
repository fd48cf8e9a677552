import { performance } from 'node:perf_hooks'
import type { Context } from '#context'
import { FetchRefused, safePost } from '#platform/http/index.ts'
import type { Claimed } from './claim.ts'
import { retryAfter } from './schedule.ts'
import { signatureHeaders } from './sign.ts'

/** How a try went. `status` is null where nobody answered, and `problem` says why. */
export type Tried = {
  claimed: Claimed
  at: Date
  status: number | null
  problem: string | null
  answer: string
  milliseconds: number
  /** What Retry-After asked for. */
  asked: number
}

export type Receiver = { url: string; secrets: readonly string[] }

const TIMEOUT_MS = 15_000
export const ANSWER_BYTES = 2_048

/** The webhook-id: the same for every try and every replay, so that a receiver can tell what it already has. */
export const messageId = (eventId: string): string => `msg_${eventId}`

/** Sends one delivery once. Whatever the receiver does, this answers within fifteen seconds, and never throws. */
export async function attempt(
  { config, clock, log }: Pick<Context, 'config' | 'clock' | 'log'>,
  { url, secrets }: Receiver,
  claimed: Claimed
): Promise<Tried> {
  const at = clock.now()
  const started = performance.now()
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Torilla-Webhooks',
    ...signatureHeaders({ id: messageId(claimed.eventId), at, body: claimed.body, secrets })
  }
  const options = { keepBytes: ANSWER_BYTES, timeoutMs: TIMEOUT_MS, allowLoopback: config.webhookLoopback }
  const tried = (end: Pick<Tried, 'status' | 'problem' | 'answer' | 'asked'>): Tried => ({
    ...{ claimed, at, milliseconds: Math.round(performance.now() - started) },
    ...end
  })
  try {
    const { status, headers: answered, body } = await safePost(url, claimed.body, { ...options, headers })
    const asked = retryAfter(answered['retry-after'], at)
    const problem = isSuccess(status) ? null : `status_${status}`
    return tried({ status, problem, answer: textOf(body), asked })
  } catch (error) {
    const known = error instanceof FetchRefused
    if (!known) log.error({ error, webhook: claimed.id }, 'a webhook could not be sent')
    return tried({ status: null, problem: known ? error.refusal : 'error', answer: '', asked: 0 })
  }
}

const isSuccess = (status: number) => status >= 200 && status < 300

/** PostgreSQL keeps no NUL; what is no UTF-8 is shown as what it is, unreadable. */
const textOf = (body: Buffer) => body.toString('utf8').replaceAll('\0', '\uFFFD').toWellFormed()
