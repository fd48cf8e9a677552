import { readFileSync } from 'node:fs'

export const LANGUAGES = ['en', 'fi', 'nb'] as const
export type Language = (typeof LANGUAGES)[number]

const texts = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    JSON.parse(readFileSync(`messages/${language}.json`, 'utf8')) as Record<string, string>
  ])
) as Record<Language, Record<string, string>>

/** A message as its reader sees it, with its gaps filled; a journey finds things by these words. */
export function say(language: Language, key: string, gaps: Record<string, string> = {}): string {
  const text = texts[language][key]
  if (typeof text !== 'string') throw new Error(`There is no message ${key} in ${language}`)
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => gaps[name] ?? whole)
}

/** The same as a pattern that matches whatever fills the gaps. */
export function like(language: Language, key: string): RegExp {
  const escaped = say(language, key).replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  return new RegExp(escaped.replace(/\{\w+\}/g, '.+'))
}

/** The square's path in a language; the demo market's own is English. */
export const pathIn = (language: Language, path: string) =>
  language === 'en' ? path : `/${language}${path === '/' ? '' : path}`
