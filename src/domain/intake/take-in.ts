import type { Context } from '#context'
import type { Entry } from '#domain/ledger/index.ts'
import { countDrops } from './count-drops.ts'
import type { DropReason, FollowedLink, Interaction, Reporter } from './interaction.ts'
import { dedupeKey, firstReason, interactionSteps, linkDedupeKey, reporterSteps } from './steps.ts'
import { knownSubjects, type Subjects } from './subjects.ts'
import { writeSoon } from './write-soon.ts'

/**
 * Takes in what a browser reports: each interaction passes the named steps, the rest is dropped with a reason and
 * counted. Answers after the commit with how many were taken; throws Overloaded when the queue is full.
 */
export async function takeIn(
  ctx: Context,
  reporter: Reporter,
  interactions: readonly Interaction[]
): Promise<number> {
  const now = ctx.clock.now().getTime()
  if (!isAdmitted(ctx, reporter, interactions.length)) return 0
  const subjects = knownSubjects(ctx, reporter.shopId, interactions)
  const known = subjects instanceof Promise ? await subjects : subjects
  const entries: Entry[] = []
  for (const interaction of interactions) {
    const reason =
      firstReason(interactionSteps, interaction, now) ?? (isKnown(interaction, known) ? undefined : 'unknown')
    if (reason) countDrops(ctx, reporter.shopId, reason, 1)
    else entries.push(entryOf(interaction, reporter, known))
  }
  if (entries.length) await writeSoon(ctx, reporter.shopId, entries)
  return entries.length
}

/** Takes in a followed link, which the server saw itself. Answers whether whoever followed it is counted at all. */
export async function takeInLink(ctx: Context, reporter: Reporter, link: FollowedLink): Promise<boolean> {
  if (!isAdmitted(ctx, reporter, 1)) return false
  const { code: linkCode, postId, productId, campaignId, sharer } = link
  const common = {
    actor: reporter.actor,
    source: { linkCode, postId, productId, campaignId, network: reporter.network }
  }
  const click: Entry = {
    ...common,
    kind: 'click',
    subject: { kind: 'link', id: null },
    payload: { to: 'link' },
    dedupeKey: linkDedupeKey(linkCode, reporter.actor!, ctx.clock.now().getTime())
  }
  const visit: Entry = {
    ...common,
    kind: 'share_visit',
    subject: { kind: 'member', id: sharer },
    payload: null,
    dedupeKey: `s:${linkCode}:${reporter.actor}`
  }
  await writeSoon(ctx, reporter.shopId, sharer ? [click, visit] : [click])
  return true
}

/** Drops everything of one who is not counted, with the first reason. */
function isAdmitted(ctx: Context, reporter: Reporter, n: number): boolean {
  const reason: DropReason | undefined = firstReason(reporterSteps, reporter, ctx.clock.now().getTime())
  if (reason) countDrops(ctx, reporter.shopId, reason, n)
  return !reason
}

const isKnown = ({ id, postId }: Interaction, subjects: Subjects): boolean =>
  subjects.has(id) && (!postId || subjects.has(postId))

function entryOf(interaction: Interaction, reporter: Reporter, subjects: Subjects): Entry {
  const { kind, subject, id, to, at } = interaction
  const postId = interaction.postId ?? (subject === 'post' ? id : null)
  const common = {
    actor: reporter.actor,
    subject: { kind: subject, id },
    source: { postId, campaignId: postId && subjects.get(postId), network: reporter.network },
    occurredAt: new Date(at),
    dedupeKey: dedupeKey(interaction, reporter.actor!)
  }
  return kind === 'click'
    ? { ...common, kind, payload: { to: to ?? 'product' } }
    : { ...common, kind, payload: null }
}
