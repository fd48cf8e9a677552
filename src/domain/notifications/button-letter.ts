import * as m from '#messages'
import type { Locale } from '#domain/shops/index.ts'
import { composeLetter, type LetterText } from './compose-letter.ts'

type Words = { subject: string; heading: string; text: string; button: string }
type Where = { locale: Locale; shopName: string; url: string }

/** A letter that says one thing and has one button. Its foot says why it came, since a stranger may have asked for it. */
export function buttonLetter(
  { subject, heading, text, button }: Words,
  { locale, shopName, url }: Where
): LetterText {
  const parts = [
    { kind: 'text', text },
    { kind: 'button', label: button, url }
  ] as const
  return composeLetter(locale, shopName, {
    subject,
    heading,
    parts,
    foot: m.letter_foot({ shop: shopName }, { locale })
  })
}
