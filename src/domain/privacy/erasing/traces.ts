/** What becomes of a row in which a member's id stands: the id is blanked, given to nobody, or the row goes. */
type Fate = 'blank' | 'nobody' | 'delete'

export type Trace = { table: string; column: string; type: 'uuid' | 'text'; key: string; fate: Fate }

const trace = (
  place: `${string}.${string}`,
  key: string,
  fate: Fate = 'blank',
  type: Trace['type'] = 'uuid'
): Trace => {
  const [table, column] = place.split('.') as [string, string]
  return { table, column, type, key, fate }
}

/**
 * Every column in which a member's id stands, with what names a row beside its shop; but orders, carts, comments,
 * pictures and the ledger, which have steps of their own. A test compares this with the database's own columns.
 */
export const TRACES: readonly Trace[] = [
  trace('reactions.member_id', 'member_id, post_id, kind', 'delete'),
  trace('follows.member_id', 'member_id', 'delete'),
  trace('consents.member_id', 'id', 'delete'),
  trace('api_keys.created_by', 'id', 'delete'),
  trace('posts.author_id', 'id', 'nobody'),
  trace('member_invites.invited_by', 'id', 'nobody'),
  trace('links.created_by', 'code'),
  trace('exports.member_id', 'id'),
  trace('imports.started_by', 'id'),
  trace('refunds.created_by', 'id'),
  trace('fulfilments.created_by', 'id'),
  trace('webhooks.created_by', 'id'),
  trace('hand_overs.member_id', 'id'),
  trace('hand_overs.visitor', 'id', 'blank', 'text'),
  trace('touches.visitor', 'click_id', 'blank', 'text'),
  trace('order_events.actor', 'order_id, id', 'blank', 'text'),
  trace('stock_moves.actor', 'id', 'blank', 'text')
]
