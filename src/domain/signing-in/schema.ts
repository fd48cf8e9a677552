import { z } from 'zod'
import { Email, NewPassword, Password, PersonName, Token } from '#domain/auth/schema.ts'

export const SignInInput = z.object({ email: Email, password: Password })
export const SignUpInput = z.object({ name: PersonName, email: Email, password: NewPassword })
export const LinkInput = z.object({ email: Email })
export const UseLinkInput = z.object({ token: Token, name: PersonName.optional() })
export const ConfirmInput = z.object({ token: Token, password: Password })
export const ResetInput = z.object({ token: Token, password: NewPassword })
export const ChangePasswordInput = z.object({ current: Password.optional(), password: NewPassword })
