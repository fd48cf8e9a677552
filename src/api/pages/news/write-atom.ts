import { escaped } from '#platform/xml.ts'
import type { News, Story } from './story.ts'

/** Atom (RFC 4287). A post's address is its id: it never changes. */
export const writeAtom = ({ title, about, shop, origin, page, self, changedAt, stories }: News): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(shop.locale)}">
<id>${escaped(self)}</id>
<title>${escaped(title)}</title>
${about ? `<subtitle>${escaped(about)}</subtitle>` : ''}
<updated>${changedAt.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${escaped(page)}"/>
<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>
<author><name>${escaped(shop.name)}</name><uri>${escaped(origin)}</uri></author>
${stories.map(entry).join('\n')}
</feed>
`

const entry = ({ url, title, text, html, at, tags }: Story): string => `<entry>
<id>${escaped(url)}</id>
<title>${escaped(title)}</title>
<link rel="alternate" type="text/html" href="${escaped(url)}"/>
<published>${at.toISOString()}</published>
<updated>${at.toISOString()}</updated>
<summary>${escaped(text)}</summary>
<content type="html">${escaped(html)}</content>
${tags.map((tag) => `<category term="${escaped(tag)}"/>`).join('')}
</entry>`
