import { refused } from '#platform/outcome.ts'

// Ours to fix, not the sender's: these keep flying.
const ours =
  /input file is missing|out of memory|unable to (call|allocate)|no space left|too many open files/i

/**
 * What a decoder's complaint means for the sender. libvips speaks in sentences only; whatever it says about a file
 * that passed our own checks of type and size means that the file is broken.
 */
export function refusalFrom(error: unknown) {
  if (!(error instanceof Error) || ours.test(error.message)) throw error
  if (/^timeout:/.test(error.message)) return refused('picture_too_slow')
  if (/exceeds pixel limit/.test(error.message)) return refused('picture_too_many_pixels')
  return refused('picture_broken')
}
