import fc from 'fast-check'
import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { deleteWebhook } from './index.ts'
import { hooked, likes, receiver } from './testing.ts'

type Step =
  { do: 'happen'; posts: number[] } | { do: 'list' } | { do: 'send' } | { do: 'wait'; minutes: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('happen' as const),
    posts: fc.array(fc.nat(2), { minLength: 1, maxLength: 4 })
  }),
  fc.constant({ do: 'list' as const }),
  fc.constant({ do: 'send' as const }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 10, 600) })
)
/** How the receiver answers, again and again: a status, or it hangs up. */
const answers = fc.array(fc.constantFrom(200, 200, 500, 503, 0), { minLength: 1, maxLength: 9 })

test('whatever fails when: nothing is sent before everything earlier about the same subject is over, and all is sent', async () => {
  const w = await world()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), answers, async (steps, statuses) => {
      let n = 0
      let well = false
      const over = new Set<string>()
      const wrong: string[] = []
      let lines = new Map<string, string[]>()
      const there = await receiver(({ id, data }, res) => {
        const line = lines.get(String(data.postId)) ?? []
        if (line.slice(0, line.indexOf(id)).some((earlier) => !over.has(earlier))) wrong.push(id)
        const status = well ? 200 : statuses[n++ % statuses.length]!
        if (status === 200) over.add(id)
        if (status) res.writeHead(status).end()
        else res.destroy()
      })
      const hook = await hooked(w, { url: there.url })
      const posts = Array.from({ length: 3 }, () => w.ctx.ids.next())
      const actor = w.ctx.ids.next()
      const list = async () => {
        await hook.fanOut()
        const rows = (await hook.deliveries()).map((row) => ({
          post: row.subject.split(':')[1]!,
          id: `msg_${row.event_id}`,
          row
        }))
        for (const { id, row } of rows) if (row.state === 'failed') over.add(id)
        lines = new Map(
          posts.map((post) => [post, rows.filter((row) => row.post === post).map(({ id }) => id)])
        )
      }
      for (const one of steps) {
        if (one.do === 'happen')
          await likes(
            w,
            one.posts.map((i) => posts[i]!),
            actor
          )
        if (one.do === 'list') await list()
        if (one.do === 'send') await hook.send()
        if (one.do === 'wait') w.clock.advance(one.minutes * 60_000)
      }
      well = true
      await list()
      for (let i = 0; i < 3; i++) {
        w.clock.advance(86_400_000)
        await hook.send()
      }
      expect(wrong).toEqual([])
      expect((await hook.deliveries()).filter(({ state }) => state === 'waiting')).toEqual([])
      expect(over.size).toBe(
        steps.reduce((sum, one) => sum + (one.do === 'happen' ? one.posts.length : 0), 0)
      )
      await deleteWebhook(w.ctx, hook.owner, hook.id)
    }),
    { numRuns: 25 }
  )
})
