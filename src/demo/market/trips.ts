import { demoPeople } from '../drawings/index.ts'
import { after } from '../story/calendar.ts'
import { chance, type Chance } from '../story/chance.ts'
import { addressOf } from './addresses.ts'
import { draw } from './attention.ts'
import type { Way } from './links.ts'
import type { Market, Shelved } from './market.ts'
import { neighbourNames } from './names.ts'
import { passerBy, type PasserBy } from './passers-by.ts'
import type { Told } from './posting.ts'
import { signers } from './sign-ins.ts'

type Variant = Shelved['variants'][number]

/** How a trip to the stall ends. */
export type Ending =
  'pays' | 'pays_later' | 'card_declined' | 'tries_again' | 'leaves_cart' | 'leaves_checkout'

/** One trip with a wish to buy: who, what, why, and how it ends. */
export type Trip = {
  at: Date
  who: PasserBy
  member?: string
  name: string
  email: string
  shipTo: ReturnType<typeof addressOf>
  goods: { productId: string; variant: Variant; quantity: number }[]
  told?: Told
  way?: Way
  coupon?: string
  rate: number
  ending: Ending
}

const ENDINGS: readonly { ending: Ending; weight: number }[] = [
  { ending: 'pays', weight: 72 },
  { ending: 'leaves_cart', weight: 11 },
  { ending: 'leaves_checkout', weight: 6 },
  { ending: 'pays_later', weight: 6 },
  { ending: 'tries_again', weight: 3 },
  { ending: 'card_declined', weight: 2 }
]

/** Every trip of the story until now, in order of time; nobody plans to buy what will be gone. */
export function planTrips(market: Market, posts: readonly Told[], ways: readonly Way[]): Trip[] {
  const { calendar, scale } = market
  const dice = chance('trips')
  const moments: Date[] = []
  for (let daysAgo = scale.days - 1; daysAgo >= 0; daysAgo--) {
    const growth = 1.25 - (0.55 * daysAgo) / scale.days
    const many = Math.round(scale.purchases * growth * calendar.busyness(daysAgo))
    for (let i = 0; i < many; i++) moments.push(calendar.moment(daysAgo, dice))
  }
  const lately = scale.purchases ? [70, 31, 12].map((minutes) => after(calendar.now, -minutes)) : []
  return [...moments, ...lately]
    .filter((at) => after(at, 11) < calendar.now)
    .sort((a, b) => a.getTime() - b.getTime())
    .flatMap((at) => plan(market, posts, ways, at, dice) ?? [])
}

function plan(
  market: Market,
  posts: readonly Told[],
  ways: readonly Way[],
  at: Date,
  dice: Chance
): Trip | undefined {
  const first = dice.weighted([...market.shelf.values()], ({ handle }) => wish(handle, posts, at))
  const more = dice.happens(0.28) ? [dice.pick([...market.shelf.values()])] : []
  const ending = dice.weighted(ENDINGS, ({ weight }) => weight).ending
  const goods = [first, ...more].flatMap((good) => choose(good, ending, dice) ?? [])
  if (goods.length === 0) return undefined
  const about = posts.filter((told) => told.goods.includes(first.handle) && told.at < at)
  const told = about.length && dice.happens(0.8) ? dice.weighted(about, (one) => draw(one, at)) : undefined
  const open = ways.filter((way) => way.told === told && way.from < at)
  const way = open.length && dice.happens(0.6) ? dice.pick(open) : undefined
  const coupon = couponFor(first.handle, goods, dice)
  return {
    at,
    who: { ...passerBy(dice), agent: HUMAN },
    ...buyer(dice),
    goods,
    told,
    way,
    coupon,
    rate: dice.next(),
    ending
  }
}

const HUMAN =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

/** What people want: a little of everything, more of the best sellers, and what a post has just made them want. */
function wish(handle: string, posts: readonly Told[], at: Date): number {
  const spoken = posts.filter((told) => told.goods.includes(handle))
  const pull = spoken.reduce((sum, told) => sum + draw(told, at) * told.post.appeal ** 1.5, 0)
  return 1 + (FAVOURITES[handle] ?? 0) + 2 * pull
}

const FAVOURITES: Readonly<Record<string, number>> = {
  ...{ 'quay-tee': 3, 'herring-tee': 5, 'gull-mug': 3, 'sail-hoodie': 2, 'pom-beanie': 2, 'name-bottle': 2 },
  ...{ 'herring-tote': 2, 'midsummer-poster': 2, 'children-bottle': 1, 'sea-stickers': 2, 'stripe-socks': 1 }
}

/** A variant that is still there, and how many of it; pieces on their way to someone are counted off at once. */
function choose(good: Shelved, ending: Ending, dice: Chance) {
  const quantity = dice.happens(0.12) ? 2 : 1
  const there = good.variants.filter(({ left }) => left > quantity)
  if (there.length === 0) return undefined
  const variant = dice.weighted(there, ({ left }) => left)
  if (!ending.startsWith('leaves')) variant.left -= quantity
  return { productId: good.productId, variant, quantity }
}

function couponFor(first: string, goods: Trip['goods'], dice: Chance): string | undefined {
  const worth = goods.reduce((sum, { variant, quantity }) => sum + variant.price * quantity, 0)
  if (first === 'herring-tee' && dice.happens(0.45)) return 'HERRING10'
  if (worth >= 4_000 && dice.happens(0.1)) return 'FREESHIP'
  return worth >= 3_000 && dice.happens(0.08) ? 'WELCOME5' : undefined
}

const faces = demoPeople.filter(
  ({ handle }) => !signers.some((one) => one.handle === handle && one.role !== 'member')
)
const strangers = neighbourNames(400).slice(130)

/** A member with a face, or a stranger who leaves an address and no more. */
function buyer(dice: Chance) {
  const member = dice.happens(0.25) ? dice.pick(faces) : undefined
  const name = member?.name ?? dice.pick(strangers)
  const email = member ? `${member.handle}@kauppatori.example` : `${plain(name)}@posti.example`
  return { member: member?.handle, name, email, shipTo: addressOf(name, dice) }
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/[^a-z ]/g, '')
    .replaceAll(' ', '.')
