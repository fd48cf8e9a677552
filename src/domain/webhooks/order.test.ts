import fc from 'fast-check'
import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { deleteWebhook } from './index.ts'
import { hooked, likes, receiver } from './testing.ts'

/** Something happens to some of two posts, is listed at once or with what follows, sent or not, and time passes. */
const round = fc.record({
  posts: fc.array(fc.nat(1), { minLength: 1, maxLength: 4 }),
  list: fc.constantFrom(true, true, false),
  send: fc.constantFrom(true, true, false),
  minutes: fc.constantFrom(0, 1, 10, 600)
})
/** How the receiver answers, again and again: a status, or it hangs up. */
const answers = fc.array(fc.constantFrom(200, 200, 500, 503, 0), { minLength: 1, maxLength: 9 })

test('whatever fails when: nothing is sent before everything earlier about the same subject is over, and all is sent', async () => {
  const w = await world()
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 6 }), answers, async (rounds, statuses) => {
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
      const posts = [w.ctx.ids.next(), w.ctx.ids.next()]
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
      for (const { posts: which, list: now, send, minutes } of rounds) {
        const about = which.map((i) => posts[i]!)
        await likes(w, about, actor)
        if (now) await list()
        if (send) await hook.send()
        w.clock.advance(minutes * 60_000)
      }
      well = true
      await list()
      for (let i = 0; i < 3; i++) {
        w.clock.advance(86_400_000)
        await hook.send()
      }
      expect(wrong).toEqual([])
      expect((await hook.deliveries()).filter(({ state }) => state === 'waiting')).toEqual([])
      expect(over.size).toBe(rounds.flatMap(({ posts: which }) => which).length)
      await deleteWebhook(w.ctx, hook.owner, hook.id)
    }),
    { numRuns: 25 }
  )
})
