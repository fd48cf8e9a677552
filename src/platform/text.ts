// Controls that only break or disguise text: C0 and C1 but tab and line feed, and the bidirectional overrides.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** What people typed, several lines of it: well-formed, composed, without controls, at most one empty line in a row. */
export const cleanWords = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '')
    .normalize('NFC')
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** What people typed into one line. */
export const cleanLine = (text: string): string => cleanWords(text).replace(/\s+/g, ' ')
