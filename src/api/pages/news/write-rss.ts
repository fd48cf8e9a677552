import { escaped } from '#platform/xml.ts'
import type { News, Story } from './story.ts'

const SPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"'
].join(' ')

/** RSS 2.0 (https://www.rssboard.org/rss-specification), posts whole, with their pictures. */
export const writeRss = ({ title, about, shop, page, self, changedAt, stories }: News): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" ${SPACES}><channel>
<title>${escaped(title)}</title>
<link>${escaped(page)}</link>
<description>${escaped(about || title)}</description>
<language>${escaped(shop.locale)}</language>
<lastBuildDate>${changedAt.toUTCString()}</lastBuildDate>
<ttl>30</ttl>
<atom:link href="${escaped(self)}" rel="self" type="application/rss+xml"/>
${stories.map((story) => item(story, shop.name)).join('\n')}
</channel></rss>
`

const item = ({ url, title, text, html, at, picture, tags }: Story, author: string): string => `<item>
<title>${escaped(title)}</title>
<link>${escaped(url)}</link>
<guid isPermaLink="true">${escaped(url)}</guid>
<pubDate>${at.toUTCString()}</pubDate>
<dc:creator>${escaped(author)}</dc:creator>
<description>${escaped(text)}</description>
<content:encoded>${escaped(html)}</content:encoded>
${tags.map((tag) => `<category>${escaped(tag)}</category>`).join('')}${
  picture ? `<media:content url="${escaped(picture.url)}" medium="image" type="image/jpeg"/>` : ''
}
</item>`
