import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '#context'
import { appendAlone, type Entry } from '#domain/ledger/index.ts'
import { createWebhook } from '#domain/webhooks/index.ts'
import { factories } from '#test/factories/index.ts'
import type { Figures } from './figures.ts'
import { onPostgres } from './tools/stand.ts'

const EVENTS = 10_000
const WEBHOOKS = 4

/**
 * Likes of ten thousand members, told to four receivers on loopback by the worker: each delivery signed, sent over a
 * connection of its own and noted. The receivers answer at once, from a process of their own.
 */
export const webhooks = (): Promise<Figures> =>
  onPostgres(({ inside, serve }) =>
    inside(async (ctx) => {
      const child = fork(join(import.meta.dirname, 'webhooks.receiver.ts'))
      try {
        const [port] = (await once(child, 'message')) as [number]
        const shopId = await fill(ctx, port)
        return await serve(
          async ({ process: worker }) => {
            const from = performance.now()
            await delivered(ctx, shopId)
            const seconds = (performance.now() - from) / 1_000
            return { perSecond: Math.round((EVENTS * WEBHOOKS) / seconds), peakMb: peakMb(worker.pid!) }
          },
          { ROLE: 'worker', WEBHOOK_LOOPBACK: '1' }
        )
      } finally {
        child.kill()
      }
    })
  )

async function fill(given: Context, port: number): Promise<number> {
  const ctx = { ...given, config: { ...given.config, webhookLoopback: true } }
  const { shopId, owner } = await factories(ctx)
  const actor = await owner()
  for (let n = 0; n < WEBHOOKS; n++) {
    const made = await createWebhook(ctx, actor, {
      ...{ url: `http://127.0.0.1:${port}/${n}`, events: ['post.liked'] }
    })
    if (!made.ok) throw new Error(made.refusal)
  }
  const subject = { kind: 'post', id: ctx.ids.next() } as const
  const likes = Array.from({ length: EVENTS }, (): Entry => ({
    kind: 'like',
    actor: ctx.ids.next(),
    subject,
    payload: null
  }))
  for (let n = 0; n < EVENTS; n += 1_000) await appendAlone(ctx, shopId, likes.slice(n, n + 1_000))
  return shopId
}

async function delivered({ db }: Context, shopId: number): Promise<void> {
  for (;;) {
    const { n } = await db
      .selectFrom('webhook_deliveries')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('shop_id', '=', shopId)
      .where('state', '=', 'delivered')
      .executeTakeFirstOrThrow()
    if (n === EVENTS * WEBHOOKS) return
    await pause(200)
  }
}

/** The most memory the process has held at once, as the kernel remembers it. */
const peakMb = (pid: number): number =>
  Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024)
