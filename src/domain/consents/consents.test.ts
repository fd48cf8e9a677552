import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saveContacts, type ContactDraft } from '#domain/contacts/index.ts'
import { must } from '#test/factories/posts.ts'
import { refused } from '#platform/outcome.ts'
import { world, type World } from '#test/world.ts'
import { consentLog, hasConsent, setConsent } from './index.ts'

const say = async (w: World, memberId: string, granted: boolean, locale: 'en' | 'fi' = 'en') => {
  const actor = { shopId: w.shopId, role: 'member', memberId, visitor: null } as const
  return must(
    setConsent(w.ctx, actor, { purpose: 'marketing_email', granted }, { place: 'settings', locale })
  )
}

const imported = (
  w: World,
  marketing: boolean | null,
  marketingAt: Date | null = null,
  email = 'old@example.org'
) =>
  w.ctx.db.transaction().execute(async (tx) => {
    const draft: ContactDraft = { key: email, email, name: 'Old', phone: null, company: null, address: null, marketing, marketingAt, tags: [], note: '', source: 'shopify' } // prettier-ignore
    const [one] = await saveContacts(w.ctx, tx, w.shopId, { drafts: [draft], importId: w.ctx.ids.next() })
    return one!.id
  })

const agreed = (w: World, memberId: string) => hasConsent(w.ctx, w.shopId, { memberId }, 'marketing_email')

test('nobody agreed before they said so; each yes and no is a line with the words that were shown', async () => {
  const w = await world()
  const { memberId } = await w.given.member()
  expect(await agreed(w, memberId!)).toBe(false)
  await say(w, memberId!, true, 'fi')
  expect(await agreed(w, memberId!)).toBe(true)
  w.clock.advance(1_000)
  await say(w, memberId!, false)
  expect(await agreed(w, memberId!)).toBe(false)
  const log = await consentLog(w.ctx, w.shopId, { memberId })
  expect(log.map(({ granted, locale, place }) => ({ granted, locale, place }))).toEqual([
    { granted: false, locale: 'en', place: 'settings' },
    { granted: true, locale: 'fi', place: 'settings' }
  ])
  expect(log[1]!.words).toContain('sähköpostilla')
})

test('what is true now is what was said last, whatever was said before', async () => {
  const w = await world()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), async (words) => {
      const { memberId } = await w.given.member()
      for (const word of words) await say(w, memberId!, word)
      expect(await agreed(w, memberId!)).toBe(words.at(-1))
      expect(await consentLog(w.ctx, w.shopId, { memberId })).toHaveLength(words.length)
    }),
    { numRuns: 15 }
  )
})

test('an import adds a line with its source when it says something new; a member’s own no outweighs its yes, a later no is heard', async () => {
  const w = await world()
  const contactId = await imported(w, true, new Date('2025-01-01'))
  await imported(w, true)
  await imported(w, null)
  expect(await consentLog(w.ctx, w.shopId, { contactId })).toMatchObject([{ granted: true, place: 'import', source: 'shopify', words: null }]) // prettier-ignore
  const { memberId } = await w.given.member()
  await w.ctx.db.updateTable('contacts').set({ member_id: memberId }).where('id', '=', contactId).execute()
  expect(await agreed(w, memberId!)).toBe(true)
  await say(w, memberId!, false)
  w.clock.advance(1_000)
  await imported(w, false)
  await imported(w, true)
  expect(await agreed(w, memberId!)).toBe(false)
  await say(w, memberId!, true)
  expect(await agreed(w, memberId!)).toBe(true)
  w.clock.advance(1_000)
  await imported(w, false)
  expect(await agreed(w, memberId!)).toBe(false)
})

test('a no that a file dates in the future counts from when it was brought in', async () => {
  const w = await world()
  const contactId = await imported(w, false, new Date('2099-01-01'))
  const { memberId } = await w.given.member()
  await w.ctx.db.updateTable('contacts').set({ member_id: memberId }).where('id', '=', contactId).execute()
  expect(await agreed(w, memberId!)).toBe(false)
  w.clock.advance(1_000)
  await say(w, memberId!, true)
  expect(await agreed(w, memberId!)).toBe(true)
})

test('only what something uses can be agreed to, and only by a member of this shop', async () => {
  const w = await world()
  const ana = await w.given.member()
  const where = { place: 'api', locale: 'en' } as const
  const ask = { purpose: 'personalisation', granted: true }
  expect(await setConsent(w.ctx, ana, ask, where)).toMatchObject({ refusal: 'invalid' })
  const guest = await setConsent(w.ctx, w.given.guest(), { purpose: 'marketing_email', granted: true }, where)
  expect(guest).toEqual(refused('not_a_member'))
  await say(w, ana.memberId!, true)
  const elsewhere = await world()
  expect(await consentLog(elsewhere.ctx, elsewhere.shopId, { memberId: ana.memberId })).toEqual([])
  expect(await hasConsent(w.ctx, elsewhere.shopId, { memberId: ana.memberId! }, 'marketing_email')).toBe(
    false
  )
})

test('no line of the log is ever changed, and only an erasure takes lines away', () => {
  const root = join(import.meta.dirname, '../..')
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts')
  )
  const writers = sources.filter((path) =>
    /updateTable\('consents'\)|update consents|delete from consents|deleteFrom\('consents'\)|'consents\.\w+'/.test(
      readFileSync(join(root, path), 'utf8')
    )
  )
  expect(writers.filter((path) => !path.endsWith('.test.ts')).sort()).toEqual([
    'domain/privacy/erasing/drop-contacts.ts',
    'domain/privacy/erasing/traces.ts'
  ])
})
