import * as m from '#messages'

const WHY: Record<string, () => string> = {
  ping: m.store_why_ping,
  topic: m.store_why_topic,
  test_order: m.store_why_test_order,
  draft: m.store_why_draft,
  no_money: m.store_why_no_money,
  signature: m.store_why_signature,
  no_secret: m.store_why_no_secret,
  unreadable: m.store_why_unreadable,
  bad_time: m.store_why_bad_time
}

/** Why a store's message was not taken, in words; empty when it was. */
export const whyText = (problem: string | null): string => (problem && WHY[problem]?.()) || ''
