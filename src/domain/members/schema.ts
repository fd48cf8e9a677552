import { z } from 'zod'
import { ROLES } from '#domain/accounts/index.ts'
import { Email, NewPassword, PersonName, Token } from '#domain/auth/schema.ts'

export const InviteInput = z.object({
  email: Email,
  role: z.enum(['owner', 'marketer', 'moderator', 'clerk'])
})
export const AcceptInput = z.object({ token: Token, name: PersonName, password: NewPassword })
export const RoleInput = z.object({ memberId: z.uuid(), role: z.enum(ROLES) })
export const BlockInput = z.object({ memberId: z.uuid(), blocked: z.boolean() })

const Handle = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,28}[\p{L}\p{N}])?$/u)

export const ProfileInput = z.object({
  name: PersonName,
  handle: Handle,
  locale: z.enum(['en', 'fi', 'nb']).nullable()
})

/** The account of the member who stands for everybody who was erased: nobody can sign in to it. */
export const NO_ACCOUNT = 'nobody'
