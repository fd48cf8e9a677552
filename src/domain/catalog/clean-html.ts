import sanitize from 'sanitize-html'

const OPTIONS: sanitize.IOptions = {
  allowedTags: [
    'p',
    'br',
    'ul',
    'ol',
    'li',
    'strong',
    'b',
    'em',
    'i',
    'u',
    'h3',
    'h4',
    'blockquote',
    'a',
    'hr'
  ].concat(['table', 'thead', 'tbody', 'tr', 'th', 'td']),
  allowedAttributes: { a: ['href'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    h1: 'h3',
    h2: 'h3',
    a: sanitize.simpleTransform('a', { rel: 'nofollow noopener' })
  },
  parseStyleAttributes: false,
  nestingLimit: 20
}

/** A product's description as it may be shown: plain structure and links, no style, no script, no picture. */
export function cleanHtml(html: string): string {
  const text = html.replaceAll('\u0000', '')
  // Words typed without any tag keep their paragraphs.
  const marked = /<[a-z!/]/i.test(text) ? text : paragraphs(text)
  return sanitize(marked, { ...OPTIONS, allowedAttributes: { a: ['href', 'rel'] } }).trim()
}

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => `<p>${sanitize(part, { allowedTags: [] }).replaceAll('\n', '<br />')}</p>`)
    .join('')
