import * as m from '#messages'

const NAMES = {
  owner: m.role_owner,
  marketer: m.role_marketer,
  moderator: m.role_moderator,
  clerk: m.role_clerk,
  member: m.role_member
}

export const ROLES = ['owner', 'marketer', 'moderator', 'clerk', 'member'] as const

/** What a role is called, in the language at hand. */
export const roleName = (role: (typeof ROLES)[number]): string => NAMES[role]()
