import * as m from '#messages'
import type { Role } from '#domain/accounts/index.ts'
import { buttonLetter, type LetterText } from '#domain/notifications/index.ts'
import type { Locale } from '#domain/shops/index.ts'

type Invite = { name: string; role: Role; locale: Locale; shopName: string }

/** The invitation to work at a shop. */
export function inviteLetter({ name, role, locale, shopName }: Invite, url: string): LetterText {
  const o = { locale }
  const words = {
    subject: m.letter_invite_subject({ name, shop: shopName }, o),
    heading: m.letter_invite_heading({}, o),
    text: m.letter_invite_text({ name, shop: shopName, role: roleName(role, locale) }, o),
    button: m.letter_invite_button({}, o)
  }
  return buttonLetter(words, { locale, shopName, url })
}

const ROLE_NAMES = {
  owner: m.role_owner,
  marketer: m.role_marketer,
  moderator: m.role_moderator,
  clerk: m.role_clerk,
  member: m.role_member
}

/** What a role is called, in a language. */
export const roleName = (role: Role, locale: Locale): string => ROLE_NAMES[role]({}, { locale })
