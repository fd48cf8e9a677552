import { TEXT_LIMITS } from './limits.ts'

const SPELLED: Record<string, string> = { æ: 'ae', ø: 'o', œ: 'oe', ß: 'ss', đ: 'd', ð: 'd', þ: 'th', ł: 'l' }
const LONGEST = 200

/** A handle from words: `Rød jakke, str. 38` → `rod-jakke-str-38`. Other alphabets keep their letters; may be empty. */
export function slug(words: string): string {
  return words
    .slice(0, 2 * LONGEST)
    .toLowerCase()
    .replace(/[æøœßđðþł]/g, (letter) => SPELLED[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
}

/** A given handle stays as it is if it can stand in a URL, else it becomes a slug; one too long is left to be refused. */
export function toHandle(given: string): string {
  if (given.length > TEXT_LIMITS.handle) return given
  return /^[a-z0-9_-]*[a-z0-9][a-z0-9_-]*$/.test(given) ? given : slug(given)
}
