const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}
const escape = (text: string) => text.replace(/[&<>"']/g, (c) => ESCAPES[c]!)

/** HTML that was made here; a plain string never is. */
export type Markup = { readonly html: string }
type Part = string | Markup | readonly Markup[]

/** Sets parts into HTML: strings are escaped, markup is kept. */
export const markup = (strings: TemplateStringsArray, ...parts: Part[]): Markup => ({
  html: String.raw({ raw: strings }, ...parts.map(write))
})

function write(part: Part): string {
  if (typeof part === 'string') return escape(part)
  return 'html' in part ? part.html : part.map(({ html }) => html).join('')
}
