/** What a row of the ledger gives to tell. */
export type LedgerRow = {
  seq: number
  kind: string
  actor: string | null
  subjectId: string | null
  postId: string | null
  campaignId: string | null
  linkCode: string | null
  quantity: number
  amount: number | null
  payload: Record<string, unknown> | null
  occurredAt: Date
}
