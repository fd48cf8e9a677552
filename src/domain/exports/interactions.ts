import { exponentOf } from '#platform/money/index.ts'
import { BATCH, byKey, decimal, iso, type Export } from './export.ts'

export type InteractionRecord = {
  seq: number
  kind: string
  /** A member's id, or the day's key of someone nobody knows; never a name. */
  actor: string | null
  subjectKind: string
  subjectId: string | null
  postId: string | null
  productId: string | null
  link: string | null
  campaignId: string | null
  creatorId: string | null
  network: string
  quantity: number
  amount: number | null
  occurredAt: string | null
}

/** The ledger in its own order. What a row carries beyond its columns stays in the house. */
export const interactions: Export<InteractionRecord> = {
  headings: [
    ...['seq', 'kind', 'occurred_at', 'actor', 'subject_kind', 'subject_id', 'post_id', 'product_id', 'link'],
    ...['campaign_id', 'creator_id', 'network', 'quantity', 'amount']
  ],
  batches: ({ db }, { shop, span }) =>
    byKey(
      async (after: number | undefined) => {
        const rows = await db
          .selectFrom('ledger')
          .select(['seq', 'kind', 'actor', 'subject_kind as subjectKind', 'subject_id as subjectId'])
          .select(['post_id as postId', 'product_id as productId', 'link_code as link'])
          .select(['campaign_id as campaignId', 'creator_id as creatorId', 'network', 'quantity', 'amount'])
          .select('occurred_at')
          .where('shop_id', '=', shop.id)
          .$if(after !== undefined, (query) => query.where('seq', '>', after!))
          .$if(span.from !== undefined, (query) => query.where('occurred_at', '>=', span.from!))
          .$if(span.before !== undefined, (query) => query.where('occurred_at', '<', span.before!))
          .orderBy('seq')
          .limit(BATCH)
          .execute()
        return rows.map(({ occurred_at, ...row }) => ({ ...row, occurredAt: iso(occurred_at) }))
      },
      ({ seq }) => seq
    ),
  lines: (row, { shop }) => [
    [
      ...[row.seq, row.kind, row.occurredAt, row.actor, row.subjectKind, row.subjectId, row.postId],
      ...[row.productId, row.link, row.campaignId, row.creatorId, row.network, row.quantity],
      decimal(row.amount, exponentOf(shop.currency))
    ]
  ]
}
