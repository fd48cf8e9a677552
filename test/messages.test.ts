import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const LANGUAGES = ['en', 'fi', 'nb'] as const
type Text = string | { declarations?: string[]; match: Record<string, string> }[]

const messages = Object.fromEntries(
  LANGUAGES.map((language) => {
    const { $schema: _schema, ...texts } = JSON.parse(
      readFileSync(`messages/${language}.json`, 'utf8')
    ) as Record<string, Text>
    return [language, texts]
  })
) as Record<(typeof LANGUAGES)[number], Record<string, Text>>

const files = globSync('src/**/*.{ts,svelte}')
  .filter((path) => !path.startsWith('src/messages/') && !path.includes('.test.'))
  .map((path) => readFileSync(path, 'utf8'))
const sources = files.join('\n')

/** The names in the gaps of a text, whatever its forms. */
function gaps(text: Text): string[] {
  const forms = typeof text === 'string' ? [text] : text.flatMap((one) => Object.values(one.match))
  return [...new Set(forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '')))].sort()
}

test('every message is there in every language', () => {
  const keys = Object.keys(messages.en).sort()
  for (const language of LANGUAGES) expect(Object.keys(messages[language]).sort()).toEqual(keys)
})

test('no message is empty, and its gaps are the same in every language', () => {
  for (const [key, text] of Object.entries(messages.en)) {
    for (const language of LANGUAGES) {
      const other = messages[language][key]!
      expect([key, language, JSON.stringify(other).length > 2]).toEqual([key, language, true])
      expect([key, language, gaps(other)]).toEqual([key, language, gaps(text)])
    }
  }
})

// What is bought together has one name in each language; the other word for it reads like another thing.
const OTHER_WORDS = { en: /basket/i, fi: /\bkori|kärry/i, nb: /(?<!handle)kurv|handlevogn/i }

test.each(LANGUAGES)('the cart has one name, %s', (language) => {
  const wrong = Object.entries(messages[language]).filter(([, text]) =>
    OTHER_WORDS[language].test(JSON.stringify(text))
  )
  expect(wrong).toEqual([])
})

test('every message that is asked for exists', () => {
  const speaking = files.filter((text) => text.includes("import * as m from '#messages'"))
  const asked = speaking
    .flatMap((text) => [...text.matchAll(/(?<![.\w])m\.([a-z]\w*_\w+)/g)])
    .map((m) => m[1] ?? '')
  expect([...new Set(asked)].filter((key) => !(key in messages.en))).toEqual([])
})

// Families that are put together: a refusal's code, a role's name and the like.
const FAMILIES = [/^refusal_/]

test('every message is used', () => {
  const unused = Object.keys(messages.en).filter((key) => {
    if (FAMILIES.some((family) => family.test(key))) return !usedInFamily(key)
    return !new RegExp(`\\b${key}\\b`).test(sources)
  })
  expect(unused).toEqual([])
})

/** A refusal's message is used when some command refuses with its code, or a form marks that field. */
function usedInFamily(key: string): boolean {
  const code = key.replace(/^refusal_/, '')
  return new RegExp(`['"\`:]${code.replace(/^field_/, '')}\\b|\\b${code.replace(/^field_/, '')}['"]`).test(
    sources
  )
}

// Said between parts of the house, never to people: a file's key, a refund already made, a picture already kept.
const INWARD = ['key_empty', 'key_too_long', 'already_done', 'known', 'link_gone', 'only_tried']

// Said in src/cli/words.ts, where one without words does not compile.
const AT_THE_TERMINAL = ['file_exists', 'no_shop_here', 'not_a_backup', 'backup_changed', 'backup_newer_format', 'backup_newer_build', 'backup_other_build', 'database_not_empty', 'files_not_empty'] // prettier-ignore

test('every refusal of a command has its words', () => {
  const codes = [...sources.matchAll(/refused\(\s*'([a-z_\d]+)'/g)].map((m) => m[1] ?? '')
  const wordless = [...new Set(codes)].filter(
    (code) => ![...INWARD, ...AT_THE_TERMINAL].includes(code) && !(`refusal_${code}` in messages.en)
  )
  expect(wordless).toEqual([])
})
