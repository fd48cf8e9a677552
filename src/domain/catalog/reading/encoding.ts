import { isUtf8 } from 'node:buffer'
import { incompleteTail, sequenceAt } from './utf8.ts'

/** The last is any other that an XML declaration may name and the platform reads. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | (string & {})
export type EncodingGuess = { encoding: Encoding; bomLength: number }

/** A byte order mark decides; without one it is UTF-8 unless malformed sequences are at least as many as good ones. */
export function detectEncoding(head: Uint8Array): EncodingGuess {
  const [a, b, c] = head
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', bomLength: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', bomLength: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', bomLength: 2 }
  return { encoding: looksLikeUtf8(head) ? 'utf-8' : 'windows-1252', bomLength: 0 }
}

function looksLikeUtf8(head: Uint8Array): boolean {
  const whole = head.subarray(0, head.length - incompleteTail(head))
  if (isUtf8(whole)) return true
  let good = 0
  let malformed = 0
  for (let at = 0; at < whole.length;) {
    const length = sequenceAt(whole, at)
    if (length > 1) good++
    if (length < 1) malformed++
    at += Math.max(1, length)
  }
  return good > malformed
}
