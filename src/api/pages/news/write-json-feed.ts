import type { News } from './story.ts'

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const writeJsonFeed = ({ title, about, shop, origin, page, self, stories }: News): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    ...(about && { description: about }),
    home_page_url: page,
    feed_url: self,
    language: shop.locale,
    authors: [{ name: shop.name, url: origin }],
    items: stories.map(({ url, title, text, html, at, picture, tags }) => ({
      id: url,
      url,
      title,
      summary: text,
      content_html: html,
      date_published: at.toISOString(),
      ...(picture && { image: picture.url }),
      ...(tags.length && { tags })
    }))
  })
