const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

// What XML 1.0 does not allow even as a reference: most controls, half pairs and two that are no characters.
const NEVER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** A text as the content or attribute of XML or HTML; what no such document may hold is left out. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(NEVER, '')
    .replace(/[&<>"']/g, (c) => ESCAPES[c]!)
