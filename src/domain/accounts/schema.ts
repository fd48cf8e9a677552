import { z } from 'zod'
import { cleanLine } from '#platform/text.ts'
import { ROLES } from './actor.ts'
import { PASSWORD_LENGTH } from './auth/auth.ts'

const line = (max: number) => z.string().max(1_000).transform(cleanLine).pipe(z.string().min(1).max(max))

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email())
export const PersonName = line(80)
export const NewPassword = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max)
const Password = z.string().min(1).max(PASSWORD_LENGTH.max)
const Token = z.string().min(8).max(2_000)

export const SignInInput = z.object({ email: Email, password: Password })
export const SignUpInput = z.object({ name: PersonName, email: Email, password: NewPassword })
export const LinkInput = z.object({ email: Email })
export const UseLinkInput = z.object({ token: Token, name: PersonName.optional() })
export const ConfirmInput = z.object({ token: Token, password: Password })
export const ResetInput = z.object({ token: Token, password: NewPassword })
export const ChangePasswordInput = z.object({ current: Password.optional(), password: NewPassword })
export const InviteInput = z.object({
  email: Email,
  role: z.enum(['owner', 'marketer', 'moderator', 'clerk'])
})
export const AcceptInput = z.object({ token: Token, name: PersonName, password: NewPassword })
export const RoleInput = z.object({ memberId: z.uuid(), role: z.enum(ROLES) })
export const BlockInput = z.object({ memberId: z.uuid(), blocked: z.boolean() })
export const Handle = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,28}[\p{L}\p{N}])?$/u)
export const ProfileInput = z.object({
  name: PersonName,
  handle: Handle,
  locale: z.enum(['en', 'fi', 'nb']).nullable()
})
