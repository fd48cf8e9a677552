const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** HTML with every inserted text escaped. */
export const html = (strings: TemplateStringsArray, ...texts: string[]): string =>
  String.raw({ raw: strings }, ...texts.map((text) => text.replace(/[&<>"']/g, (c) => ESCAPES[c]!)))
