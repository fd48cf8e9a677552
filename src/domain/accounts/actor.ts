/** The five roles of a shop, and the two that have no member: someone just passing by, and the product itself. */
export const ROLES = ['owner', 'marketer', 'moderator', 'clerk', 'member'] as const
export type Role = (typeof ROLES)[number]

/** Who does something, in which shop. Every command takes one; its shop is the only shop the command can touch. */
export type Actor = {
  shopId: number
  role: Role | 'guest' | 'system'
  memberId: string | null
  /** The day's key of a browser nobody has signed in with; counts people without knowing them. */
  visitor: string | null
  /** The key by which a program acts for this member; it narrows what the member may do. */
  key?: { id: string; scopes: readonly string[] }
}

/** What the ledger calls this actor. */
export const actorKey = (actor: Actor): string | null => actor.memberId ?? actor.visitor

/** The product acting by itself: the worker, an import, the demo's history. */
export const systemActor = (shopId: number): Actor => ({
  shopId,
  role: 'system',
  memberId: null,
  visitor: null
})

export const isStaff = (actor: Actor): boolean => !['guest', 'member', 'system'].includes(actor.role)
