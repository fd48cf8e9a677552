import * as m from '#messages'
import { composeLetter, type LetterPart, type LetterText } from '#domain/notifications/index.ts'
import type { Locale } from '#domain/shops/index.ts'
import type { Role } from './actor.ts'

export type LetterKind = 'link' | 'confirm' | 'known' | 'reset' | 'changed'

type Words = { subject: string; heading: string; text: string; button: string }
type Opts = { locale: Locale }

const WORDS: Record<LetterKind, (shop: string, o: Opts) => Words> = {
  link: (shop, o) => ({
    subject: m.letter_link_subject({ shop }, o),
    heading: m.letter_link_heading({}, o),
    text: m.letter_link_text({}, o),
    button: m.letter_link_button({}, o)
  }),
  confirm: (shop, o) => ({
    subject: m.letter_confirm_subject({ shop }, o),
    heading: m.letter_confirm_heading({}, o),
    text: m.letter_confirm_text({ shop }, o),
    button: m.letter_confirm_button({}, o)
  }),
  known: (shop, o) => ({
    subject: m.letter_known_subject({}, o),
    heading: m.letter_known_heading({}, o),
    text: m.letter_known_text({ shop }, o),
    button: m.letter_link_button({}, o)
  }),
  reset: (shop, o) => ({
    subject: m.letter_reset_subject({ shop }, o),
    heading: m.letter_reset_heading({}, o),
    text: m.letter_reset_text({}, o),
    button: m.letter_reset_button({}, o)
  }),
  changed: (_shop, o) => ({
    subject: m.letter_changed_subject({}, o),
    heading: m.letter_changed_subject({}, o),
    text: m.letter_changed_text({}, o),
    button: m.letter_changed_button({}, o)
  })
}

/** A letter about someone's own account: what it is about, and one button. */
export function accountLetter(kind: LetterKind, locale: Locale, shopName: string, url: string): LetterText {
  return set(WORDS[kind](shopName, { locale }), locale, shopName, url)
}

/** The invitation to work at a shop. */
export function inviteLetter(
  invite: { name: string; role: Role; locale: Locale; shopName: string },
  url: string
): LetterText {
  const { name, locale, shopName: shop } = invite
  const role = roleName(invite.role, locale)
  const words = {
    subject: m.letter_invite_subject({ name, shop }, { locale }),
    heading: m.letter_invite_heading({}, { locale }),
    text: m.letter_invite_text({ name, shop, role }, { locale }),
    button: m.letter_invite_button({}, { locale })
  }
  return set(words, locale, shop, url)
}

function set(
  { subject, heading, text, button }: Words,
  locale: Locale,
  shop: string,
  url: string
): LetterText {
  const parts: LetterPart[] = [
    { kind: 'text', text },
    { kind: 'button', label: button, url }
  ]
  return composeLetter(locale, shop, { subject, heading, parts, foot: m.letter_foot({ shop }, { locale }) })
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
