import { z } from 'zod'
import { cleanLine } from '#platform/text.ts'
import { PASSWORD_LENGTH } from './auth.ts'

const line = (max: number) => z.string().max(1_000).transform(cleanLine).pipe(z.string().min(1).max(max))

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email())
export const PersonName = line(80)
export const Password = z.string().min(1).max(PASSWORD_LENGTH.max)
export const NewPassword = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max)
export const Token = z.string().regex(/^[\w.-]{8,2000}$/)
