import * as m from '#messages'
import { buttonLetter, type LetterText } from '#domain/notifications/index.ts'
import type { Locale } from '#domain/shops/index.ts'

export type LetterKind = 'link' | 'confirm' | 'known' | 'reset' | 'changed'

type Words = Parameters<typeof buttonLetter>[0]
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
  return buttonLetter(WORDS[kind](shopName, { locale }), { locale, shopName, url })
}
