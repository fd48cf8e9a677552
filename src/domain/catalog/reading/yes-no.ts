import { fold } from './columns.ts'

/** Excel writes TRUE and FALSE in its user's language when it saves a CSV. */
const YES = 'true yes y 1 on continue tosi kylla sann sant ja wahr vrai oui verdadero si vero'.split(' ')
const NO = 'false no n 0 off deny epatosi ei usann usant falskt nei nej falsch nein faux non falso'.split(' ')

const LONGEST_WORD = 20

const ANSWERS = new Map<string, boolean>([
  ...YES.map((word): [string, boolean] => [word, true]),
  ...NO.map((word): [string, boolean] => [word, false])
])

/** Yes, no, or nothing when the word is neither. */
export function parseYesNo(text: string): boolean | undefined {
  return text.length > LONGEST_WORD ? undefined : (ANSWERS.get(text) ?? ANSWERS.get(fold(text)))
}
