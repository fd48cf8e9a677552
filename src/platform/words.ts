import { LinkifyIt } from 'linkify-it'
import { remember } from './remember.ts'

/** A piece of what someone wrote: plain text, a link, or a hashtag. Nothing else exists, so nothing else is rendered. */
export type Segment = string | { href: string; text: string } | { tag: string }

const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false, maxLength: 500 })
linkify.add('ftp:', null).add('mailto:', null).add('//', null)

const TAG = /(?<![\p{L}\p{N}_&/#])#([\p{L}\p{N}_]{1,60})/gu
const LETTER = /\p{L}/u

/** Cuts words into text, http(s) links and hashtags. What is read often is remembered: the feed cuts the same words. */
export const segmentsOf = remember((words: string): readonly Segment[] => {
  if (!words) return []
  const links = words.includes('.') ? (linkify.match(words) ?? []) : []
  const segments: Segment[] = []
  let at = 0
  for (const link of links) {
    if (!/^https?:\/\//i.test(link.url)) continue
    pushText(segments, words.slice(at, link.index))
    segments.push({ href: link.url, text: link.raw })
    at = link.lastIndex
  }
  pushText(segments, words.slice(at))
  return segments
})

function pushText(segments: Segment[], text: string): void {
  let at = 0
  if (text.includes('#')) {
    for (const match of text.matchAll(TAG)) {
      if (!LETTER.test(match[1] ?? '')) continue
      if (match.index > at) segments.push(text.slice(at, match.index))
      segments.push({ tag: match[1] ?? '' })
      at = match.index + match[0].length
    }
  }
  if (at < text.length) segments.push(text.slice(at))
}

/** The hashtags of a text, lower case, each once: what the feed is filtered by. */
export const hashtagsOf = (words: string): string[] => [
  ...new Set(
    segmentsOf(words).flatMap((one) => (typeof one === 'object' && 'tag' in one ? one.tag.toLowerCase() : []))
  )
]

/** Words without their marks, as one line. */
export const textOf = (words: readonly Segment[]): string =>
  words
    .map((piece) => (typeof piece === 'string' ? piece : 'tag' in piece ? `#${piece.tag}` : piece.text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
