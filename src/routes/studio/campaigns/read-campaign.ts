import type { CampaignInput } from '#domain/campaigns/index.ts'
import { instantOf, localOf } from '#platform/local-time.ts'

const DAY_MS = 86_400_000

const text = (form: FormData, name: string): string => String(form.get(name) ?? '')

/** A campaign as its form says: whole days on the shop's own clock, the last one included. */
export function readCampaign(form: FormData, timezone: string): CampaignInput {
  const starts = instantOf(`${text(form, 'from')}T00:00`, timezone)
  const last = instantOf(`${text(form, 'until')}T12:00`, timezone)
  const after = last && localOf(new Date(last.getTime() + DAY_MS), timezone).slice(0, 10)
  return {
    name: text(form, 'name'),
    hashtag: text(form, 'hashtag'),
    startsAt: starts ?? null,
    endsAt: after ? (instantOf(`${after}T00:00`, timezone) ?? null) : null
  }
}

/** What was typed, to be shown again beside a refusal. */
export const asTyped = (form: FormData) => ({
  name: text(form, 'name'),
  hashtag: text(form, 'hashtag'),
  from: text(form, 'from'),
  until: text(form, 'until')
})
export type TypedCampaign = ReturnType<typeof asTyped>
