import type { Network } from '#domain/links/index.ts'
import type { Chance } from '../story/chance.ts'

/** Browsers as they introduce themselves; the last ones are machines and are not counted. */
const AGENTS = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 390.0.0',
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Linux; Android 14; SM-A556B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari/605.1.15',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
]
const MACHINES = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)'
]

/** Where people come from; null is the square itself. */
const ROADS: readonly { network: Network | null; weight: number }[] = [
  { network: null, weight: 46 },
  { network: 'instagram', weight: 26 },
  { network: 'email', weight: 8 },
  { network: 'facebook', weight: 7 },
  { network: 'bluesky', weight: 6 },
  { network: 'mastodon', weight: 4 },
  { network: 'pinterest', weight: 3 }
]

export type PasserBy = { agent: string; address: string; network: Network | null }

/** Somebody comes along: a browser, an address from the ranges kept for examples (RFC 5737, 3849), and a road. */
export function passerBy(dice: Chance): PasserBy {
  const agent = dice.happens(0.03) ? dice.pick(MACHINES) : dice.pick(AGENTS)
  const byte = () => Math.floor(dice.between(1, 255))
  const address = dice.happens(0.6)
    ? `2001:db8:${byte().toString(16)}:${byte().toString(16)}::${byte().toString(16)}`
    : `${dice.pick(['192.0.2', '198.51.100', '203.0.113'])}.${byte()}`
  return { agent, address, network: dice.weighted(ROADS, ({ weight }) => weight).network }
}
