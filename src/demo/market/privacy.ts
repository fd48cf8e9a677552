import { setConsent } from '#domain/consents/index.ts'
import { changeRetention, keepRules } from '#domain/retention/index.ts'
import { chance } from '../story/chance.ts'
import { must } from '../story/must.ts'
import type { Market } from './market.ts'

/** Some agreed to news and some changed their minds; who came by which link is kept for a fortnight here. */
export async function mindPrivacy({ ctx, shop, owner, members }: Market): Promise<void> {
  const dice = chance('consents')
  const where = { place: 'settings', locale: 'en' } as const
  for (const member of members.values()) {
    if (member.role !== 'member' || !dice.happens(0.4)) continue
    const words = dice.happens(0.2) ? [true, false] : [true]
    for (const granted of words)
      await must(setConsent(ctx, member, { purpose: 'marketing_email', granted }, where))
  }
  await must(changeRetention(ctx, owner, { visits: 14, booksYears: null, booksBuyer: null }))
  await keepRules(ctx, shop.id)
}
