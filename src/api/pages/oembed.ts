import type { PageCard } from '#domain/pages/index.ts'
import { escaped } from '#platform/xml.ts'

/** What an oEmbed consumer gets (https://oembed.com, type rich). */
export type Embed = Record<string, string | number>
type Room = { width: number; height: number }
type About = { card: PageCard; shop: string; origin: string; url: string; share: string }

const USUAL_WIDTH = 600
const MOST_WIDTH = 1_200
const SHAPE = 1200 / 630
/** What the line of words below the picture takes. */
const WORDS = 84
const LEAST_FOR_WORDS = 240

/**
 * A page as a quotation with its share picture: no frame, no script, nothing that could act. It fits the room that is
 * asked for: in a low one the words are left out, and the picture is made smaller.
 */
export function embedOf({ card, shop, origin, url, share }: About, room: Partial<Room>): Embed {
  const most = { width: Math.min(room.width ?? USUAL_WIDTH, MOST_WIDTH), height: room.height ?? Infinity }
  const tall = Math.round(most.width / SHAPE)
  const withWords = most.width >= LEAST_FOR_WORDS && most.height >= tall + WORDS
  const height = Math.max(1, Math.min(tall, Math.floor(most.height)))
  const width = Math.max(1, Math.min(most.width, Math.round(height * SHAPE)))
  return {
    type: 'rich',
    version: '1.0',
    title: card.title,
    author_name: shop,
    author_url: origin,
    provider_name: shop,
    provider_url: origin,
    cache_age: 3_600,
    ...thumbnailOf(card, origin, most),
    html: htmlOf({ card, shop, url, share, width, height, withWords }),
    width,
    height: withWords ? height + WORDS : height
  }
}

/** The largest size of the page's own picture that fits, as it is: a consumer may show it in place of all else. */
function thumbnailOf({ pictures: [picture] }: PageCard, origin: string, most: Room): Embed {
  const width = picture?.renditions.jpeg?.findLast((one) => {
    return one <= most.width && Math.round((one * picture.height) / picture.width) <= most.height
  })
  if (!picture || !width) return {}
  return {
    thumbnail_url: `${origin}${picture.base}/${width}.jpg`,
    thumbnail_width: width,
    thumbnail_height: Math.round((width * picture.height) / picture.width)
  }
}

type Parts = { card: PageCard; shop: string; url: string; share: string; withWords: boolean } & Room

function htmlOf({ card, shop, url, share, width, height, withWords }: Parts): string {
  const at = escaped(url)
  const picture = `<a href="${at}"><img src="${escaped(share)}" alt="${escaped(card.title)}" width="${width}" height="${height}" style="display:block;max-width:100%;height:auto;border:0;border-radius:12px"></a>`
  const line = 'overflow:hidden;white-space:nowrap;text-overflow:ellipsis'
  const words = `<p style="margin:10px 0 0;font:600 16px/1.4 system-ui,sans-serif;${line}"><a href="${at}" style="color:inherit">${escaped(card.title)}</a></p><p style="margin:0;font:14px/1.5 system-ui,sans-serif;${line}">${escaped(shop)}</p>`
  return `<blockquote cite="${at}" style="max-width:${width}px;margin:0;padding:0;border:0">${picture}${withWords ? words : ''}</blockquote>`
}

/** The same as XML, as the specification writes it. */
export const embedXml = (embed: Embed): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${Object.entries(embed)
    .map(([name, value]) => `<${name}>${escaped(String(value))}</${name}>`)
    .join('')}</oembed>\n`
